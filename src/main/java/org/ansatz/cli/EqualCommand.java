package org.ansatz.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ansatz.bank.Document;
import org.ansatz.judge.Equivalence;
import org.ansatz.report.JsonReport;
import org.ansatz.report.Style;
import org.ansatz.report.TextReport;
import org.ansatz.request.EqualRequest;
import org.ansatz.route.Language;
import org.ansatz.route.block.Fields;
import org.ansatz.route.block.Refused;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** {@code ansatz equal A B}, and {@code ansatz equal --jsonl} for programs. */
final class EqualCommand extends Command {

    private final Environment environment;

    EqualCommand(Environment environment) {
        super("equal", "Tells whether two formulas are the same function of their variables.");
        this.environment = environment;
    }

    @Override
    void describe(CommandSpec spec) {
        spec.addPositional(parameters("FORMULA", "The two formulas; names that nothing declares are real, -10..10."));
        spec.addOption(option(
                "--of",
                String[].class,
                "NAME=DOMAIN",
                "A variable: x=0..1, f=1 Hz..1 GHz, n=1:9, z=complex, W=real[2,3]."));
        spec.addOption(option("--given", String[].class, "NAME=VALUE", "A name with a value: R=50 ohm."));
        spec.addOption(option("--where", String[].class, "CONDITION", "What holds of the variables: x > y."));
        spec.addOption(flag("--json", "Print one JSON object instead of text."));
        spec.addOption(flag("--jsonl", "Read requests from standard input, one JSON object a line, and answer each."));
    }

    @Override
    int run(ParseResult given) {
        if (given.hasMatchedOption("--jsonl")) {
            return new JsonLines(environment).answer(EqualCommand::answered);
        }
        String[] formulas = given.matchedPositionalValue(0, new String[0]);
        if (formulas.length != 2) {
            throw new ParameterException(given.commandSpec().commandLine(), "two formulas are compared");
        }
        Document document = Document.of("arguments", request(formulas, given));
        Fields fields = document.fields();
        Equivalence found = fields == null ? null : answer(fields);
        if (found == null || !document.faults().isEmpty()) {
            document.faults().forEach(new TextReport(environment.err(), environment.style())::fault);
            return Exit.UNREADABLE;
        }
        if (given.hasMatchedOption("--json")) {
            environment.out().println(JsonReport.text(JsonReport.equivalence(found)));
        } else {
            environment.out().println(Style.safe(found.status() + ": " + found.reason()));
        }
        return found instanceof Equivalence.Equal ? Exit.OK : Exit.NOT_ALL;
    }

    /** The arguments as a request, a line for each, so that a fault shows the argument as it was typed. */
    private static String request(String[] formulas, ParseResult given) {
        StringBuilder text = new StringBuilder();
        text.append("a: ").append(quoted(formulas[0])).append('\n');
        text.append("b: ").append(quoted(formulas[1])).append('\n');
        for (String key : List.of("of", "given")) {
            String[] pairs = given.matchedOptionValue("--" + key, new String[0]);
            text.append(pairs.length == 0 ? "" : key + ":\n");
            for (String pair : pairs) {
                int sign = pair.indexOf('=');
                if (sign < 1) {
                    throw new ParameterException(
                            given.commandSpec().commandLine(), "--" + key + " takes NAME=VALUE, not '" + pair + "'");
                }
                text.append("  ")
                        .append(quoted(pair.substring(0, sign).strip()))
                        .append(": ")
                        .append(quoted(pair.substring(sign + 1)))
                        .append('\n');
            }
        }
        String[] conditions = given.matchedOptionValue("--where", new String[0]);
        text.append(conditions.length == 0 ? "" : "where:\n");
        for (String condition : conditions) {
            text.append("  - ").append(quoted(condition)).append('\n');
        }
        return text.toString();
    }

    /** YAML's quotes, of the kind in which the text stays as it is. */
    private static String quoted(String text) {
        boolean plain = text.indexOf('"') < 0 && text.indexOf('\\') < 0 && text.indexOf('\n') < 0;
        return plain ? '"' + text + '"' : "'" + text.replace("'", "''") + "'";
    }

    private static Map<String, Object> answered(Fields fields) {
        Equivalence found = answer(fields);
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("ok", found != null);
        if (found != null) {
            json.putAll(JsonReport.equivalence(found));
        }
        return json;
    }

    /** The answer, or null if something is wrong with the fields, which was reported. */
    private static @Nullable Equivalence answer(Fields fields) {
        try {
            EqualRequest request = EqualRequest.read(fields, Language.registry());
            fields.finish();
            return request.answer();
        } catch (Refused e) {
            return null;
        }
    }
}

package org.ansatz.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.ansatz.bank.Document;
import org.ansatz.report.JsonReport;
import org.ansatz.report.TextReport;
import org.ansatz.route.block.Fields;
import org.ansatz.route.block.Refused;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/**
 * A command that answers a request: one that is put together from the arguments, or with {@code --jsonl} any number from
 * standard input.
 *
 * @param <A> what an answer is
 */
abstract class RequestCommand<A> extends Command {

    private final Environment environment;

    RequestCommand(String name, String summary, Environment environment) {
        super(name, summary);
        this.environment = environment;
    }

    /** The fields that the parameters are, in order, all of which must be there. */
    abstract List<String> parameters();

    /** What the parameters are, in a sentence. */
    abstract String meaning();

    /** The fields that hold names with something for each, {@code of} and {@code given}, with what each means. */
    abstract Map<String, String> pairs();

    /** The fields that hold one text, with what each means. */
    abstract Map<String, String> texts();

    static final Map<String, String> DATA = Map.of("given", "A name with a value: R=50 ohm.");

    static final Map<String, String> DATA_AND_VARIABLES = Map.of(
            "given",
            "A name with a value: R=50 ohm.",
            "of",
            "A variable: x=0..1, f=1 Hz..1 GHz, n=1:9, z=complex, W=real[2,3].");

    /** The fields that hold lines, each of which is an option of its own, with what each means. */
    abstract Map<String, String> lines();

    /**
     * The answer.
     *
     * @throws Refused if the request cannot be read, after reporting why
     */
    abstract A answer(Fields fields);

    /** The answer for a program. */
    abstract Map<String, Object> json(A answer);

    /** The answer for a person. */
    abstract String text(A answer);

    /** Whether the answer is yes. */
    abstract boolean isPositive(A answer);

    @Override
    final void describe(CommandSpec spec) {
        spec.parser().unmatchedOptionsArePositionalParams(true); // -22.8 is a number
        StringBuilder labels = new StringBuilder();
        parameters()
                .forEach(name -> labels.append(labels.length() == 0 ? "" : " ").append(name.toUpperCase(Locale.ROOT)));
        spec.addPositional(parameters(labels.toString(), meaning()));
        texts().forEach((name, meaning) ->
                spec.addOption(option("--" + name, String.class, name.toUpperCase(Locale.ROOT), meaning)));
        pairs().forEach((name, meaning) -> spec.addOption(
                option("--" + name, String[].class, "NAME=" + (name.equals("of") ? "DOMAIN" : "VALUE"), meaning)));
        lines().forEach((name, meaning) ->
                spec.addOption(option("--" + name, String[].class, name.toUpperCase(Locale.ROOT), meaning)));
        spec.addOption(flag("--json", "Print one JSON object instead of text."));
        spec.addOption(flag("--jsonl", "Read requests from standard input, one JSON object a line, and answer each."));
    }

    @Override
    final int run(ParseResult given) {
        if (given.hasMatchedOption("--jsonl")) {
            if (given.matchedArgs().size() > 1) {
                throw new ParameterException(
                        given.commandSpec().commandLine(),
                        "--jsonl reads everything from standard input; give nothing else");
            }
            return new JsonLines(environment).answer(this::answered);
        }
        Document document = Document.of("arguments", request(given));
        Fields fields = document.fields();
        A found = fields == null ? null : finished(fields);
        if (found == null || !document.faults().isEmpty()) {
            document.faults().forEach(new TextReport(environment.err(), environment.style())::fault);
            return Exit.UNREADABLE;
        }
        if (given.hasMatchedOption("--json")) {
            environment.out().println(JsonReport.text(json(found)));
        } else {
            new TextReport(environment.out(), environment.style()).line(text(found));
        }
        return isPositive(found) ? Exit.OK : Exit.NOT_ALL;
    }

    private Map<String, Object> answered(Fields fields) {
        A found = finished(fields);
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("ok", found != null);
        if (found != null) {
            json.putAll(json(found));
        }
        return json;
    }

    /** The answer, or null if something is wrong with the fields, which was reported. */
    private @Nullable A finished(Fields fields) {
        try {
            A found = answer(fields);
            fields.finish();
            return found;
        } catch (Refused e) {
            return null;
        }
    }

    // ---- from arguments to a request

    /** The arguments as a request, a line for each, so that a fault shows the argument as it was typed. */
    private String request(ParseResult given) {
        String[] values = given.matchedPositionalValue(0, new String[0]);
        for (String value : values) {
            if (value.startsWith("--")) {
                throw new ParameterException(given.commandSpec().commandLine(), "Unknown option: '" + value + "'");
            }
        }
        if (values.length != parameters().size()) {
            throw new ParameterException(
                    given.commandSpec().commandLine(),
                    "written 'ansatz " + name() + " "
                            + String.join(" ", parameters()).toUpperCase(Locale.ROOT) + "'; these are " + values.length
                            + " arguments");
        }
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < values.length; i++) {
            field("", parameters().get(i), values[i], text);
        }
        for (String name : texts().keySet()) {
            if (given.hasMatchedOption("--" + name)) {
                field("", name, given.matchedOptionValue("--" + name, ""), text);
            }
        }
        pairs().keySet().forEach(name -> pairs(name, given, text));
        for (String name : lines().keySet()) {
            String[] lines = given.matchedOptionValue("--" + name, new String[0]);
            text.append(lines.length == 0 ? "" : name + ": |\n");
            for (String line : lines) {
                text.append("  ").append(line.replace('\n', ' ').strip()).append('\n');
            }
        }
        return text.toString();
    }

    private static void pairs(String key, ParseResult given, StringBuilder text) {
        String[] pairs = given.matchedOptionValue("--" + key, new String[0]);
        text.append(pairs.length == 0 ? "" : key + ":\n");
        for (String pair : pairs) {
            int sign = pair.indexOf('=');
            if (sign < 1) {
                throw new ParameterException(
                        given.commandSpec().commandLine(), "--" + key + " takes NAME=VALUE, not '" + pair + "'");
            }
            field("  ", quoted(pair.substring(0, sign).strip()), pair.substring(sign + 1), text);
        }
    }

    private static void field(String indent, String key, String value, StringBuilder text) {
        text.append(indent).append(key).append(": ").append(quoted(value)).append('\n');
    }

    /** YAML's quotes, of the kind in which the text stays as it is. */
    private static String quoted(String text) {
        boolean plain = text.indexOf('"') < 0 && text.indexOf('\\') < 0 && text.indexOf('\n') < 0;
        return plain ? '"' + text + '"' : "'" + text.replace("'", "''") + "'";
    }
}

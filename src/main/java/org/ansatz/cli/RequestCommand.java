package org.ansatz.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import org.ansatz.bank.Document;
import org.ansatz.field.block.Fields;
import org.ansatz.field.block.Refused;
import org.ansatz.report.JsonReport;
import org.ansatz.report.TextReport;
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

    /** What a request is put together from; made when the command is called, not before. */
    abstract RequestForm form();

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
        form().describe(spec);
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
        Document document = Document.of("arguments", form().request(given));
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
}

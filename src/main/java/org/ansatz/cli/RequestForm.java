package org.ansatz.cli;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/**
 * From the arguments of a command to the text of a request.
 *
 * @param meaning what the parameters are, in a sentence
 * @param parameters the fields that they are, in order, all of which must be there
 * @param pairs the fields that hold names with something for each, {@code of} and {@code given}, with what each means
 * @param texts the fields that hold one text, with what each means
 * @param lines the fields that hold lines, each of which is an option of its own, with what each means
 */
record RequestForm(
        String meaning,
        List<String> parameters,
        Map<String, String> pairs,
        Map<String, String> texts,
        Map<String, String> lines) {

    static final Map<String, String> DATA = Map.of("given", "A name with a value: R=50 ohm.");

    static final Map<String, String> DATA_AND_VARIABLES = Map.of(
            "given",
            "A name with a value: R=50 ohm.",
            "of",
            "A variable: x=0..1, f=1 Hz..1 GHz, n=1:9, z=complex, W=real[2,3].");

    /** Adds the options and parameters that are its fields. */
    void describe(CommandSpec spec) {
        StringBuilder labels = new StringBuilder();
        parameters.forEach(
                name -> labels.append(labels.length() == 0 ? "" : " ").append(name.toUpperCase(Locale.ROOT)));
        spec.addPositional(Command.parameters(labels.toString(), meaning));
        texts.forEach((name, help) ->
                spec.addOption(Command.option("--" + name, String.class, name.toUpperCase(Locale.ROOT), help)));
        pairs.forEach((name, help) -> spec.addOption(
                Command.option("--" + name, String[].class, "NAME=" + (name.equals("of") ? "DOMAIN" : "VALUE"), help)));
        lines.forEach((name, help) ->
                spec.addOption(Command.option("--" + name, String[].class, name.toUpperCase(Locale.ROOT), help)));
    }

    /** The arguments as a request, a line for each, so that a fault shows the argument as it was typed. */
    String request(ParseResult given) {
        String[] values = given.matchedPositionalValue(0, new String[0]);
        for (String value : values) {
            if (value.startsWith("--")) {
                throw new ParameterException(given.commandSpec().commandLine(), "Unknown option: '" + value + "'");
            }
        }
        if (values.length != parameters.size()) {
            throw new ParameterException(
                    given.commandSpec().commandLine(),
                    "written '" + given.commandSpec().qualifiedName() + " "
                            + String.join(" ", parameters).toUpperCase(Locale.ROOT) + "'; these are " + values.length
                            + " arguments");
        }
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < values.length; i++) {
            field("", parameters.get(i), values[i], text);
        }
        for (String name : texts.keySet()) {
            if (given.hasMatchedOption("--" + name)) {
                field("", name, given.matchedOptionValue("--" + name, ""), text);
            }
        }
        pairs.keySet().forEach(name -> pairs(name, given, text));
        for (String name : lines.keySet()) {
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

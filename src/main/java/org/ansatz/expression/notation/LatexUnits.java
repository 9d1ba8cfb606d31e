package org.ansatz.expression.notation;

import java.util.Map;
import java.util.Set;
import org.ansatz.quantity.Units;

/** Units as the package siunitx has them: {@code \qty{3}{\milli\ampere}}, {@code \SI{3}{mA}}, {@code \ang{53}}, {@code 3\,\volt}. */
final class LatexUnits {

    /** A number, in its first argument, with its unit in the second. */
    private static final Set<String> QUANTITIES = Set.of("SI", "qty");

    private static final Set<String> UNITS = Set.of("si", "unit");

    private static final Set<String> PREFIXES =
            Set.of("tera", "giga", "mega", "kilo", "centi", "deci", "milli", "micro", "nano", "pico", "femto");

    private static final Map<String, String> SIGNS = Map.of(
            "per", "/",
            "squared", "^2",
            "cubed", "^3",
            "percent", "%",
            "degree", "°",
            "ohm", "ohm",
            "mole", "mol",
            "cdot", "*",
            "times", "*",
            "Omega", "ohm");

    private final LatexReader reader;
    private final LatexCursor in;
    private final Spelling.Writer out;

    LatexUnits(LatexReader reader, LatexCursor in, Spelling.Writer out) {
        this.reader = reader;
        this.in = in;
        this.out = out;
    }

    /** Reads what belongs to a command that was just passed, if it is of siunitx. */
    boolean reads(String command, int start) {
        if (QUANTITIES.contains(command)) {
            options();
            reader.argument(start);
            unit(start);
        } else if (UNITS.contains(command)) {
            options();
            unit(start);
        } else if (command.equals("num") || command.equals("ang")) {
            options();
            reader.argument(start);
            out.put(command.equals("ang") ? "°" : "", start);
        } else if (PREFIXES.contains(command) || Units.find(command) != null) {
            bare(command, start);
        } else {
            return false;
        }
        return true;
    }

    /** Goes behind {@code [per-mode = symbol]}. */
    private void options() {
        in.skipSpaces();
        int close = in.isAt("[") ? in.text.indexOf(']', in.at) : -1;
        in.at = close < 0 ? in.at : close + 1;
    }

    /** The unit in braces. */
    private void unit(int start) {
        in.skipSpaces();
        int close = in.isAt("{") ? closing() : -1;
        if (close < 0) {
            throw in.fault(start, in.at, "a unit in braces is missing behind this");
        }
        in.at++;
        out.put(" ", start);
        while (in.at < close) {
            char c = in.here();
            int place = in.at;
            if (c == '\\') {
                in.at = in.commandEnd(place + 1);
                out.put(word(in.text.substring(place + 1, in.at), place), place);
            } else {
                in.at++;
                out.put(c == '.' || c == '~' ? "*" : "{}".indexOf(c) >= 0 ? "" : String.valueOf(c), place);
            }
        }
        in.at = close + 1;
    }

    private int closing() {
        int depth = 0;
        for (int i = in.at; i < in.text.length(); i++) {
            depth += in.text.charAt(i) == '{' ? 1 : in.text.charAt(i) == '}' ? -1 : 0;
            if (depth == 0) {
                return i;
            }
        }
        return -1;
    }

    /** What a command inside a unit is spelled as; two units beside each other are multiplied. */
    private String word(String command, int start) {
        if (LatexCommands.SPACES.contains(command)) {
            return "";
        }
        String sign = SIGNS.get(command);
        if (sign == null && !PREFIXES.contains(command) && Units.find(command) == null) {
            throw in.fault(start, in.at, "\\" + command + " is no unit that is read here");
        }
        String word = sign == null ? command : sign;
        String written = out.text().toString();
        boolean joins = !Character.isLetter(word.charAt(0))
                || PREFIXES.stream().anyMatch(written::endsWith)
                || !Character.isLetterOrDigit(written.charAt(written.length() - 1))
                || written.endsWith("k") && word.equals("ohm");
        return joins ? word : "*" + word;
    }

    /** A unit without braces, {@code 3\,\kilo\ohm}, up to the last of its commands. */
    private void bare(String command, int start) {
        out.put(" " + command, start);
        while (in.isAt("\\")) {
            int end = in.commandEnd(in.at + 1);
            String next = in.text.substring(in.at + 1, end);
            boolean isUnit = SIGNS.containsKey(next) && !LatexCommands.OPERATORS.containsKey(next)
                    || next.equals("ohm")
                    || PREFIXES.contains(next)
                    || Units.find(next) != null;
            if (!isUnit) {
                return;
            }
            int place = in.at;
            in.at = end;
            out.put(word(next, place), place);
        }
    }
}

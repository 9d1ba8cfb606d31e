package org.ansatz.expression.notation;

import java.util.function.Predicate;

/** Spells what LaTeX gives arguments without brackets, or with more than brackets: fractions, roots, functions, sums. */
final class LatexApplications {

    private final LatexReader reader;
    private final LatexCursor in;
    private final Spelling.Writer out;
    private final Predicate<String> isName;

    LatexApplications(LatexReader reader, LatexCursor in, Spelling.Writer out, Predicate<String> isName) {
        this.reader = reader;
        this.in = in;
        this.out = out;
        this.isName = isName;
    }

    /** A fraction: two arguments. */
    void fraction(int start) {
        out.put("(", start);
        reader.argument(start);
        out.put("/", start);
        reader.argument(start);
        out.put(")", start);
    }

    /** A root, with a degree if one stands there. */
    void root(int start) {
        in.skipSpaces();
        String degree = "";
        if (in.isAt("[")) {
            int close = in.text.indexOf(']', in.at);
            degree = close < 0 ? "" : in.text.substring(in.at + 1, close).strip();
            in.at = close < 0 ? in.at : close + 1;
            in.skipSpaces();
        }
        if (!degree.isEmpty() && !degree.matches("[0-9]{1,9}|[A-Za-z]")) {
            throw in.fault(start, in.at, "a root of this degree is written x^(1/n)");
        }
        if (!degree.isEmpty()) {
            out.put("(", start);
            reader.argument(start);
            out.put("^(1/" + degree + "))", start);
        } else if (in.isAt("(")) {
            out.put("sqrt", start);
        } else if (in.isAt("{") || in.isAt("\\")) {
            out.put("sqrt", start);
            inBrackets(start);
        } else {
            bareRoot(start);
        }
    }

    /** What belongs to a function, in brackets. */
    private void inBrackets(int start) {
        int place = out.length();
        reader.argument(start);
        String written = out.text().substring(place).strip();
        if (!(written.startsWith("(") && LatexReader.isOneThing(written))) {
            out.insert(place, "(", start);
            out.put(")", start);
        }
    }

    /** A root of a number or of one name. */
    private void bareRoot(int start) {
        int end = in.at;
        boolean number = end < in.text.length() && Character.isDigit(in.text.charAt(end));
        while (end < in.text.length()
                && (number
                        ? "0123456789.".indexOf(in.text.charAt(end)) >= 0
                        : LatexCursor.isWordPart(in.text.charAt(end)))) {
            end++;
        }
        String under = in.text.substring(in.at, end);
        boolean clear = number || isName.test(under) || under.length() == 1;
        if (under.isEmpty() || !clear) {
            throw in.fault(start, Math.max(end, start + 1), "how far does the root reach? Write sqrt(…)");
        }
        out.put("sqrt(" + under + ")", start);
        in.at = end;
    }

    /** A function, with brackets around its argument. */
    void function(String name, int start) {
        in.skipSpaces();
        String power = "";
        if (in.isAt("^")) {
            int place = out.length();
            reader.power();
            power = out.text().substring(place);
            out.delete(place, out.length());
            if (power.equals("^")) {
                power += !in.isAtEnd() ? in.text.substring(in.at, in.at + 1) : "";
                in.at = Math.min(in.text.length(), in.at + 1);
            }
            in.skipSpaces();
        }
        boolean before = out.length() > 0 && LatexCursor.isWordPart(out.text().charAt(out.length() - 1));
        out.put((before ? " " : "") + name, start);
        if (opensBracket()) {
            if (!power.isEmpty()) {
                delimitedArgument();
            }
        } else {
            out.put("(", start);
            oneTerm(name, start);
            out.put(")", start);
        }
        out.put(power, start);
    }

    private boolean opensBracket() {
        String rest = in.text.substring(in.at, Math.min(in.text.length(), in.at + 8));
        return rest.startsWith("(") || rest.matches("(?s)\\\\(left|big|Big|bigl|Bigl|bigg)\\s*\\(.*");
    }

    /** A bracket with all that is in it. */
    private void delimitedArgument() {
        if (in.isAt("\\")) {
            reader.command();
        } else {
            reader.bracketed();
        }
    }

    /** The argument of a function that has no brackets: one name, number, group or fraction, and nothing beside it. */
    private void oneTerm(String name, int start) {
        if (!in.isAtEnd() && LatexCursor.isWordPart(in.here())) {
            int end = in.at;
            while (end < in.text.length() && LatexCursor.isWordPart(in.text.charAt(end))) {
                end++;
            }
            out.put(in.text.substring(in.at, end), in.at);
            in.at = end;
        } else if (!in.isAtEnd() && "{\\".indexOf(in.here()) >= 0) {
            reader.argument(start);
        } else {
            throw in.fault(start, in.at, name + " needs an argument: write " + name + "(x)");
        }
        while (!in.isAtEnd() && "_^".indexOf(in.here()) >= 0) {
            boolean plain =
                    in.here() == '^' && in.at + 1 < in.text.length() && "{\\T".indexOf(in.text.charAt(in.at + 1)) < 0;
            reader.item();
            if (plain) {
                reader.item();
            }
        }
        int next = in.skipped(in.at);
        boolean clear = next >= in.text.length() || "+-*/)]}.,=&$'".indexOf(in.text.charAt(next)) >= 0;
        boolean operator = !clear
                && in.text.charAt(next) == '\\'
                && isOperator(in.text.substring(next + 1, in.commandEnd(next + 1)));
        if (!clear && !operator) {
            throw in.fault(
                    start,
                    next + 1,
                    "how far does the argument of " + name + " reach? Write " + name + "(a)*b or " + name + "(a*b)");
        }
    }

    private static boolean isOperator(String command) {
        return LatexCommands.OPERATORS.containsKey(command)
                || LatexCommands.SPACES.contains(command)
                || LatexCommands.SIZES.contains(command)
                || LatexCommands.FUNCTIONS.containsKey(command)
                || command.startsWith("r")
                || command.equals("end");
    }

    /** A sum or product over whole numbers, of all up to the next sum or difference. */
    void sum(String name, int start) {
        String low = "";
        String high = "";
        for (int i = 0; i < 2; i++) {
            in.skipSpaces();
            if (in.isAt("_") || in.isAt("^")) {
                boolean lower = in.next() == '_';
                int place = out.length();
                argumentOfSum(start);
                String limit = out.text().substring(place).strip();
                out.delete(place, out.length());
                low = lower ? limit : low;
                high = lower ? high : limit;
            }
        }
        low = unbracketed(low);
        int equals = low.indexOf('=');
        String variable = equals < 0 ? "" : low.substring(0, equals).strip();
        if (high.isEmpty() || !variable.matches("\\p{L}\\w*")) {
            throw in.fault(
                    start,
                    in.at,
                    "from where to where? Write " + name + "(… for i in 1:n); all entries of A are " + name + "(A)");
        }
        out.put(name + "(", start);
        in.skipSpaces();
        int place = out.length();
        reader.enter(start);
        while (!in.isAtEnd() && ")]},;=".indexOf(in.here()) < 0 && !endsTerm(place)) {
            reader.item();
        }
        reader.leave();
        out.put(" for " + variable + " in " + low.substring(equals + 1).strip() + ":" + high + ")", start);
    }

    private void argumentOfSum(int start) {
        if (in.isAt("{") || in.isAt("\\")) {
            reader.argument(start);
        } else {
            int end = in.at;
            while (end < in.text.length() && LatexCursor.isWordPart(in.text.charAt(end))) {
                end++;
            }
            end = Math.max(end, Math.min(in.at + 1, in.text.length()));
            out.put(in.text.substring(in.at, end), in.at);
            in.at = end;
        }
    }

    private static String unbracketed(String written) {
        return written.startsWith("(") && written.endsWith(")") ? written.substring(1, written.length() - 1) : written;
    }

    /** Whether a sign of a sum stands here behind something, or a command that closes. */
    private boolean endsTerm(int place) {
        int last = out.length() - 1;
        while (last >= place && out.text().charAt(last) == ' ') {
            last--;
        }
        boolean behindTerm = last >= place && "+-*/(^".indexOf(out.text().charAt(last)) < 0;
        boolean sign = "+-−".indexOf(in.here()) >= 0 && behindTerm;
        return sign || reader.closes();
    }
}

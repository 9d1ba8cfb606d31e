package org.ansatz.expression.notation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ansatz.expression.syntax.ExpressionFault;
import org.ansatz.expression.syntax.Parser;
import org.ansatz.expression.syntax.Span;

/**
 * Spells what NumPy and MATLAB write otherwise: {@code A @ B}, {@code A.T}, {@code A.'}, {@code x**2}, {@code np.exp},
 * {@code np.dot(a, b)}, {@code A.sum(axis=0)}, {@code np.einsum('ij,kj->ik', A, B)}. Whether {@code *} is entry by entry is not
 * decided here: it needs shapes.
 */
final class NumPyReader {

    /** What turns a matrix over; (0, 1) does so in one library, and leaves it as it is in another. */
    private static final Pattern AXES = Pattern.compile("\\(\\s*(?:1\\s*,\\s*0\\s*)?\\)");

    private static final Set<String> SHORTHANDS = Set.of("square", "transpose", "reciprocal", "outer");

    private static final Set<String> MODULES = Set.of("np", "numpy", "jnp", "torch", "math", "cmath", "tf");

    private static final Map<String, String> RENAMED = Map.of(
            "arcsin", "asin",
            "arccos", "acos",
            "arctan", "atan",
            "absolute", "abs",
            "fabs", "abs",
            "maximum", "max",
            "minimum", "min",
            "amax", "max",
            "amin", "min");

    /** Functions of two matrices that are operators here. */
    private static final Map<String, String> OPERATORS = Map.of(
            "dot", "*",
            "matmul", "*",
            "mm", "*",
            "multiply", ".*",
            "mul", ".*",
            "divide", "./",
            "add", ".+",
            "subtract", ".-",
            "power", ".^",
            "pow", ".^");

    private static final Set<String> METHODS = Set.of(
            "dot", "matmul", "mm", "sum", "mean", "transpose", "t", "T", "mT", "conj", "exp", "log", "sqrt", "reshape");

    private final String text;
    private final Predicate<String> isName;
    private final Spelling.Writer out;
    private int at;
    private int depth;
    private boolean found;

    private NumPyReader(Spelling typed, Predicate<String> isName) {
        this.text = typed.text();
        this.isName = isName;
        this.out = new Spelling.Writer(typed);
    }

    /**
     * The same without NumPy and MATLAB.
     *
     * @param spelling what was read
     * @param isNumPy whether something of it only NumPy writes so
     */
    record Plain(Spelling spelling, boolean isNumPy) {}

    /**
     * Reads a text.
     *
     * @param isName whether a name is declared
     * @throws ExpressionFault at a place of {@code typed}, if it could mean two things or nothing
     */
    static Plain plain(Spelling typed, Predicate<String> isName) {
        NumPyReader reader = new NumPyReader(typed, isName);
        reader.items();
        while (reader.at < reader.text.length()) {
            reader.out.put(reader.text.substring(reader.at, reader.at + 1), reader.at);
            reader.at++;
            reader.items();
        }
        return new Plain(reader.out.spelling(), reader.found);
    }

    /** Everything up to a bracket that closes or a comma, which are left. */
    private void items() {
        while (at < text.length() && ")],;".indexOf(text.charAt(at)) < 0) {
            item();
        }
    }

    private void item() {
        char c = text.charAt(at);
        if (c == '@') {
            found = true;
            out.put("*", at++);
        } else if (text.startsWith("**", at)) {
            found = true;
            out.put("^", at);
            at += 2;
        } else if (text.startsWith("...", at)) {
            out.put(" ", at);
            at += 3;
        } else if (c == '.' && at + 1 < text.length() && isBehindTerm()) {
            behindPoint();
        } else if (startsWord()) {
            word();
        } else if (c == '[' && isBehindTerm() && isSlice()) {
            part();
        } else if (c == '(' || c == '[') {
            bracketed();
        } else {
            out.put(text.substring(at, at + 1), at);
            at++;
        }
    }

    private boolean isSlice() {
        int close = text.indexOf(']', at);
        return close > 0 && text.substring(at, close).indexOf(':') >= 0;
    }

    /** {@code X[:, :]} is all of X; other parts are not read. */
    private void part() {
        int end = text.indexOf(']', at) + 1;
        String inside = text.substring(at + 1, end - 1).replace(" ", "");
        if (!inside.equals(":") && !inside.equals(":,:")) {
            throw fault(
                    at, end, "a part of a matrix is not read here; one entry is entry(A, row, column), counted from 1");
        }
        at = end;
    }

    private void bracketed() {
        int start = at;
        if (++depth > Parser.MAX_DEPTH) {
            throw fault(start, start + 1, "nested deeper than " + Parser.MAX_DEPTH + " terms");
        }
        char closing = text.charAt(at) == '(' ? ')' : ']';
        out.put(text.substring(at, at + 1), at);
        at++;
        while (at < text.length() && text.charAt(at) != closing) {
            items();
            if (at < text.length() && text.charAt(at) != closing) {
                out.put(text.substring(at, at + 1), at);
                at++;
            }
        }
        if (at < text.length()) {
            out.put(text.substring(at, at + 1), at);
            at++;
        }
        depth--;
    }

    // ---- behind a point

    /** Whether what was written ends in a term, so that a point is no decimal point. */
    private boolean isBehindTerm() {
        if (out.length() == 0) {
            return false;
        }
        char last = out.text().charAt(out.length() - 1);
        return Character.isLetter(last) || ")]'_".indexOf(last) >= 0 || Character.isDigit(last) && isInName();
    }

    private boolean isInName() {
        int i = out.length();
        while (i > 0 && isWordPart(out.text().charAt(i - 1))) {
            i--;
        }
        return Character.isLetter(out.text().charAt(i));
    }

    private void behindPoint() {
        int start = at;
        if (text.startsWith(".'", at)) {
            requireOneTransposition(start, start + 2);
            out.put("'", at);
            at += 2;
            return;
        }
        int end = wordEnd(at + 1);
        String method = text.substring(at + 1, end);
        if (method.isEmpty() || Character.isDigit(method.charAt(0))) {
            out.put(".", at++);
            return;
        }
        if (method.equals("shape")) {
            throw fault(start, end, "the number of rows or columns has a name in the question; write that");
        }
        if (!METHODS.contains(method)) {
            throw fault(start, end, "'." + method + "' is not read here; 'help formula' shows what is");
        }
        found = true;
        at = end;
        int receiver = termStart();
        if (method.equals("T") || method.equals("mT") || takesNothing(method)) {
            requireOneTransposition(start, at);
            out.put("'", start);
        } else if (!text.startsWith("(", at)) {
            throw fault(start, at, "'." + method + "' needs brackets behind it");
        } else if (method.equals("reshape")) {
            throw fault(start, at, "what is reshaped is not read here; write ' where a row is to be a column");
        } else if (OPERATORS.containsKey(method)) {
            String operator = OPERATORS.getOrDefault(method, "*");
            out.insert(receiver, "(", start);
            out.put(operator, start);
            bracketed();
            out.put(")", start);
        } else {
            Arguments arguments = arguments();
            if (!arguments.places.isEmpty() && !Set.of("sum", "mean").contains(method)) {
                throw fault(start, at, "write " + method + "(x)");
            }
            String axis = arguments.axis.isEmpty() && !arguments.places.isEmpty() ? arguments.text(0) : arguments.axis;
            out.delete(arguments.start, out.length());
            out.insert(receiver, along(method, axis, start) + "(", start);
            out.put(")", start);
        }
    }

    /** Goes behind the brackets of a transposition that has some. */
    private boolean takesNothing(String method) {
        boolean transposes = method.equals("transpose") || method.equals("t");
        Matcher axes = AXES.matcher(text).region(at, text.length());
        if (transposes && axes.lookingAt()) {
            at = axes.end();
            return true;
        }
        return false;
    }

    /** {@code X.T'} may be meant as one transposition or as two. */
    private void requireOneTransposition(int start, int end) {
        boolean before = out.text().charAt(out.length() - 1) == '\'' && text.charAt(start - 1) == '\'';
        boolean after = end < text.length() && text.charAt(end) == '\'';
        if (before || after) {
            throw fault(
                    before ? start - 1 : start,
                    after ? end + 1 : end,
                    "this is transposed twice, in two notations; write X' for once");
        }
    }

    /** Where the term begins that was written last: a name, a call, brackets, primes behind them. */
    private int termStart() {
        StringBuilder written = out.text();
        int i = written.length();
        while (i > 0 && written.charAt(i - 1) == '\'') {
            i--;
        }
        if (i > 0 && ")]".indexOf(written.charAt(i - 1)) >= 0) {
            int open = 0;
            do {
                i--;
                open += ")]".indexOf(written.charAt(i)) >= 0 ? 1 : "([".indexOf(written.charAt(i)) >= 0 ? -1 : 0;
            } while (i > 0 && open > 0);
        }
        while (i > 0 && isWordPart(written.charAt(i - 1))) {
            i--;
        }
        return i;
    }

    // ---- words

    private boolean startsWord() {
        return Character.isLetter(text.charAt(at)) && (at == 0 || !isWordPart(text.charAt(at - 1)));
    }

    private void word() {
        int start = at;
        int end = wordEnd(at);
        String word = text.substring(at, end);
        boolean module = MODULES.contains(word) && text.startsWith(".", end) && !isName.test(word);
        if (module) {
            found = true;
            at = end + 1;
            end = wordEnd(at);
            word = text.substring(at, end);
            boolean nested =
                    Set.of("linalg", "special", "nn", "functional").contains(word) && text.startsWith(".", end);
            if (nested) {
                at = end + 1;
                end = wordEnd(at);
                word = text.substring(at, end);
            }
        }
        at = end;
        String name = module ? RENAMED.getOrDefault(word, word) : word;
        boolean called = text.startsWith("(", at) && !isName.test(word);
        if (called && module && OPERATORS.containsKey(word)) {
            operator(word, start);
        } else if (called && module && word.equals("einsum")) {
            einsum(start);
        } else if (called && (module ? SHORTHANDS.contains(word) : word.equals("transpose"))) { // MATLAB's, too
            shorthand(word, start);
        } else if (called && module && Set.of("ones", "zeros").contains(word) && text.startsWith("((", at)) {
            size(word, start);
        } else if (called && Set.of("sum", "mean", "softmax").contains(word)) {
            reduced(word, start);
        } else {
            out.put(name, start);
        }
    }

    private void operator(String word, int start) {
        Arguments arguments = arguments();
        requireCount(word, arguments, 2, start);
        written(
                arguments,
                start,
                "(",
                term(arguments, 0, ""),
                OPERATORS.getOrDefault(word, "*"),
                term(arguments, 1, ""),
                ")");
    }

    private void shorthand(String word, int start) {
        Arguments arguments = arguments();
        requireCount(word, arguments, word.equals("outer") ? 2 : 1, start);
        switch (word) {
            case "square":
                written(arguments, start, "", term(arguments, 0, ".^2"), "", NOTHING, "");
                break;
            case "transpose":
                written(arguments, start, "", term(arguments, 0, "'"), "", NOTHING, "");
                break;
            case "reciprocal":
                written(arguments, start, "(1./", term(arguments, 0, ""), "", NOTHING, ")");
                break;
            default:
                written(arguments, start, "(", term(arguments, 0, ""), "*", term(arguments, 1, "'"), ")");
        }
    }

    /** {@code np.ones((m, 1))}. */
    private void size(String word, int start) {
        out.put(word, start);
        Arguments arguments = arguments();
        requireCount(word, arguments, 1, start);
        written(arguments, start, "", PLAIN, "", NOTHING, "");
    }

    /** {@code sum(A, axis=0)}, {@code mean(A, 2)} of MATLAB, {@code softmax(Z, axis=0)}. */
    private void reduced(String word, int start) {
        int name = out.length();
        Arguments arguments = arguments();
        boolean plain = arguments.axis.isEmpty() && arguments.places.size() == 1;
        if (plain || arguments.places.isEmpty() || arguments.places.size() > 2) {
            out.insert(name, word, start);
            return;
        }
        boolean counted = arguments.axis.isEmpty();
        String axis = arguments.axis;
        if (counted) {
            axis = arguments.text(1).equals("1") ? "0" : arguments.text(1).equals("2") ? "1" : "";
            if (axis.isEmpty()) {
                out.insert(name, word, start);
                return;
            }
        }
        boolean rows = word.equals("softmax") && Set.of("1", "-1").contains(axis);
        String head = along(word, axis, start) + "(";
        written(arguments, start, head, rows ? term(arguments, 0, "'") : PLAIN, "", NOTHING, rows ? ")'" : ")");
    }

    /** What a sum or mean along an axis is called here. */
    private String along(String word, String axis, int start) {
        boolean reduces = Set.of("sum", "mean").contains(word);
        if (!reduces || axis.isEmpty() || axis.equals("None")) {
            return word;
        }
        if (!Set.of("0", "1", "-1").contains(axis)) {
            throw fault(start, at, "an axis is 0 or 1; here these are column_sums(A) and row_sums(A)");
        }
        return (axis.equals("0") ? "column_" : "row_") + word + "s";
    }

    // ---- arguments

    /** What is written around an argument. */
    private record Around(String before, String behind) {}

    private static final Around PLAIN = new Around("", "");

    /** Around an argument that is left out. */
    private static final Around NOTHING = new Around("", "");

    /** What stands in brackets: where each argument was written, and the axis if one is named. */
    private final class Arguments {
        private final int start;
        private final List<Span> places = new ArrayList<>();
        private String axis = "";

        Arguments(int start) {
            this.start = start;
        }

        String text(int i) {
            return places.get(i).of(out.text().toString());
        }
    }

    /** An argument as an operand with something behind it. */
    private static Around term(Arguments arguments, int i, String behind) {
        String text = arguments.text(i);
        boolean isOperand = text.matches("\\w+(\\([^()]*\\))?'?") || LatexReader.isOneThing(text.replaceAll("'+$", ""));
        return isOperand ? new Around("", behind) : new Around("(", ")" + behind);
    }

    /** Writes the first one or two arguments in another way, without their brackets. */
    private void written(
            Arguments arguments, int start, String head, Around first, String between, Around second, String tail) {
        Span a = arguments.places.get(0);
        boolean both = !between.isEmpty();
        Span last = both ? arguments.places.get(1) : a;
        out.delete(last.end(), out.length());
        out.put((both ? second : first).behind + tail, start);
        if (both) {
            out.delete(/* start= */ a.end(), /* end= */ last.start());
            out.insert(a.end(), first.behind + between + second.before, start);
        }
        out.delete(arguments.start, a.start());
        out.insert(arguments.start, head + first.before, start);
    }

    /** Reads the brackets here; what was written for them stands behind {@code start}. */
    private Arguments arguments() {
        Arguments arguments = new Arguments(out.length());
        int open = at;
        if (++depth > Parser.MAX_DEPTH) {
            throw fault(open, open + 1, "nested deeper than " + Parser.MAX_DEPTH + " terms");
        }
        out.put("(", at++);
        while (at < text.length() && text.charAt(at) != ')') {
            int place = out.length();
            items();
            String all = out.text().substring(place);
            String written = all.strip();
            if (written.matches("(?s)(axis|dim|keepdims?)\\s*=[^=].*")) {
                found = true;
                String value = written.substring(written.indexOf('=') + 1).strip();
                arguments.axis = written.startsWith("keepdim") ? arguments.axis : value;
                out.delete(place, out.length());
            } else if (!written.isEmpty()) {
                int begin = place + all.length() - all.stripLeading().length();
                arguments.places.add(new Span(begin, begin + written.length()));
            }
            if (at < text.length() && text.charAt(at) != ')') {
                String behind = text.substring(at + 1, Math.min(text.length(), at + 20));
                boolean named = behind.matches("(?s)\\s*(axis|dim|keepdims?)\\s*=.*");
                if (!named) {
                    out.put(text.substring(at, at + 1), at);
                }
                at++;
            }
        }
        if (at >= text.length()) {
            throw fault(open, open + 1, "this bracket is not closed");
        }
        out.put(")", at++);
        depth--;
        return arguments;
    }

    private void requireCount(String word, Arguments arguments, int count, int start) {
        if (arguments.places.size() != count) {
            throw fault(start, at, word + " takes " + count + (count == 1 ? " argument" : " arguments"));
        }
    }

    // ---- einsum

    /** Products of two matrices, and what can be said of one. */
    private void einsum(int start) {
        int quote = text.startsWith("(", at) ? at + 1 : at;
        char mark = quote < text.length() ? text.charAt(quote) : ' ';
        int close = mark == '\'' || mark == '"' ? text.indexOf(mark, quote + 1) : -1;
        if (close < 0) {
            throw fault(start, at, "einsum begins with its letters: einsum('ij,jk->ik', A, B)");
        }
        String letters = text.substring(quote + 1, close).replace(" ", "");
        int comma = text.indexOf(',', close);
        if (comma < 0 || !text.substring(close + 1, comma).isBlank()) {
            throw fault(start, close + 1, "einsum needs matrices behind its letters");
        }
        at = comma;
        Arguments arguments = arguments();
        Einsum asked = Einsum.of(letters, arguments.places.size());
        if (asked == null) {
            throw fault(start, at, "this einsum is no product of two matrices; write it with *, .*, ' and sum");
        }
        Around first = argument(arguments, 0, asked.isFirstTransposed(), asked);
        Around second =
                asked.operator().isEmpty() ? NOTHING : argument(arguments, 1, asked.isSecondTransposed(), asked);
        written(arguments, start, asked.head(), first, asked.operator(), second, asked.tail());
    }

    /** Around a matrix: nothing where it stands alone in brackets. */
    private static Around argument(Arguments arguments, int i, boolean isTransposed, Einsum asked) {
        boolean standsAlone = asked.operator().isEmpty() && !asked.head().isEmpty();
        return standsAlone ? PLAIN : term(arguments, i, isTransposed ? "'" : "");
    }

    // ---- characters

    private int wordEnd(int from) {
        int end = from;
        while (end < text.length() && isWordPart(text.charAt(end))) {
            end++;
        }
        return end;
    }

    private static boolean isWordPart(char c) {
        return Character.isLetterOrDigit(c) || c == '_';
    }

    private ExpressionFault fault(int start, int end, String message) {
        return new ExpressionFault(new Span(start, Math.max(start + 1, end)), message);
    }
}

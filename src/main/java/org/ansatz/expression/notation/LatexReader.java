package org.ansatz.expression.notation;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import org.ansatz.expression.syntax.ExpressionFault;
import org.ansatz.expression.syntax.Greek;
import org.ansatz.expression.syntax.Parser;
import org.ansatz.quantity.Units;

/**
 * Spells what LaTeX has commands for: Greek letters, {@code X^T}, brackets, matrices, and by {@link LatexApplications} what takes
 * arguments; by recursive descent over groups. What has no commands is copied.
 */
final class LatexReader {

    private static final List<String> DEGREES = List.of("\\circ", "{\\circ}", "{\\circ }", "\\degree");
    private static final String TRANSPOSED = "'";

    private final LatexCursor in;
    private final Predicate<String> isName;
    private final Spelling.Writer out;
    private final LatexApplications applications;
    private final LatexUnits units;
    private int depth;
    private int matrices;

    private LatexReader(Spelling typed, Predicate<String> isName) {
        this.in = new LatexCursor(typed.text());
        this.isName = isName;
        this.out = new Spelling.Writer(typed);
        this.applications = new LatexApplications(this, in, out, isName);
        this.units = new LatexUnits(this, in, out);
    }

    /**
     * The same without LaTeX.
     *
     * @param isName whether a name is declared
     * @throws ExpressionFault at a place of {@code typed}, if it could mean two things or nothing
     */
    static Spelling plain(Spelling typed, Predicate<String> isName) {
        boolean isPlain = true;
        for (int i = 0; i < typed.text().length() && isPlain; i++) {
            isPlain = "\\{}^_$√∂∇&".indexOf(typed.text().charAt(i)) < 0;
        }
        if (isPlain) {
            return typed;
        }
        LatexReader reader = new LatexReader(typed, isName);
        reader.skipWhatItIs();
        reader.items("");
        if (!reader.in.isAtEnd()) {
            throw reader.in.fault(reader.in.at, reader.in.at + 1, "this brace closes nothing");
        }
        return reader.out.spelling();
    }

    /** Behind {@code \frac{\partial L}{\partial W} =} and {@code \nabla_W L =}, which say what the formula is. */
    private void skipWhatItIs() {
        int equals = -1;
        for (int i = 0; i < in.text.length(); i++) {
            boolean alone = in.text.charAt(i) == '='
                    && !in.text.startsWith("=", i + 1)
                    && (i == 0 || "=<>!:".indexOf(in.text.charAt(i - 1)) < 0);
            boolean ofSum = alone && in.text.lastIndexOf('{', i) > in.text.lastIndexOf('}', i);
            if (alone && !ofSum) {
                if (equals >= 0 && in.text.indexOf('\\') >= 0) {
                    throw in.fault(i, i + 1, "there are two '='; write what stands behind the last alone");
                }
                equals = i;
            }
        }
        String head = equals < 0 ? "" : in.text.substring(0, equals);
        boolean derivative = head.contains("\\partial")
                || head.contains("\\nabla")
                || head.contains("∇")
                || head.contains("∂")
                || head.matches("(?s)[\\s$]*\\\\d?frac\\s*\\{\\s*(\\\\mathrm\\s*\\{)?d.*");
        boolean name = head.matches("(?s)[\\s$]*\\\\[A-Za-z]+[\\s&]*") || head.matches("(?s)[\\s$]*\\w+[\\s&]*");
        if (derivative || name && in.text.indexOf('\\') >= 0) {
            in.at = equals + 1;
        }
    }

    /** Everything up to a sign that closes, which is left; or to the end. */
    private void items(String closing) {
        while (!in.isAtEnd() && !(closing.isEmpty() ? "}" : closing).contains(in.text.substring(in.at, in.at + 1))) {
            item();
        }
    }

    void item() {
        char c = in.here();
        switch (c) {
            case '\\':
                command();
                break;
            case '{':
                group();
                break;
            case '^':
                power();
                break;
            case '_':
                subscript();
                break;
            case '√':
                in.at++;
                applications.root(in.at - 1);
                break;
            case '&':
                in.at++;
                out.put(matrices > 0 ? "," : " ", in.at - 1);
                break;
            case '$', '~':
                in.at++;
                out.put(" ", in.at - 1);
                break;
            case '(':
                bracketed();
                break;
            default:
                in.at++;
                out.put(String.valueOf(c), in.at - 1);
        }
    }

    /** Brackets with what is in them, so that a sum inside ends there. */
    void bracketed() {
        int start = in.at;
        enter(start);
        out.put("(", in.at++);
        while (!in.isAtEnd() && in.here() != ')' && in.here() != '}') {
            item();
        }
        if (!in.isAtEnd() && in.here() == ')') {
            out.put(")", in.at++);
        }
        leave();
    }

    /** A group in braces, in brackets unless it is one thing. */
    private void group() {
        int start = in.at;
        enter(start);
        int place = out.length();
        out.put("(", in.at++);
        items("}");
        if (in.isAtEnd()) {
            throw in.fault(start, start + 1, "this brace is not closed");
        }
        if (isOneThing(out.text().substring(place + 1).strip())) {
            out.delete(place, place + 1);
            in.at++;
        } else {
            out.put(")", in.at++);
        }
        leave();
    }

    /** Whether this is a word, a number, or all between two brackets. */
    static boolean isOneThing(String written) {
        if (written.isEmpty()) {
            return false;
        }
        boolean word = true;
        int open = 0;
        for (int i = 0; i < written.length(); i++) {
            char c = written.charAt(i);
            word &= Character.isLetterOrDigit(c) || c == '_' || c == '.';
            open += c == '(' ? 1 : c == ')' ? -1 : 0;
            if (open == 0 && i < written.length() - 1 && !word) {
                return false;
            }
        }
        return word || written.startsWith("(");
    }

    /** What belongs to a command: a group, a command, or the one character behind it. */
    void argument(int command) {
        in.skipSpaces();
        if (in.isAtEnd()) {
            throw in.fault(command, in.text.length(), "something is missing behind this");
        }
        if (in.here() == '{') {
            group();
        } else if (in.here() == '\\') {
            enter(command);
            command();
            leave();
        } else {
            out.put(in.text.substring(in.at, in.at + 1), in.at);
            in.at++;
        }
    }

    // ---- behind a term

    void power() {
        int start = in.at++;
        in.skipSpaces();
        if (isTransposition()) {
            out.put(TRANSPOSED, start);
            return;
        }
        for (String degrees : DEGREES) {
            if (in.isAt(degrees)) {
                out.put("°", start);
                in.at += degrees.length();
                return;
            }
        }
        out.put("^", start);
        if (!in.isAtEnd() && (in.here() == '{' || in.here() == '\\')) {
            argument(start);
        }
    }

    /** Goes behind {@code T}, {@code {\top}}, {@code \mathsf{T}}, {@code \prime} and their like, if one stands here. */
    private boolean isTransposition() {
        int end = in.at;
        boolean braced = in.isAt("{");
        if (braced) {
            end = in.text.indexOf('}', in.at);
            end = end < 0
                    ? in.text.length()
                    : in.text.startsWith("}", end + 1)
                                    && in.text.substring(in.at, end).indexOf('{', 1) > 0
                            ? end + 2
                            : end + 1;
        } else if (in.isAt("\\")) {
            end = in.commandEnd(in.at + 1);
            int brace = in.text.startsWith("{", end) ? in.text.indexOf('}', end) : -1;
            end = brace < 0 ? end : brace + 1;
        } else if (in.isAt("T") || in.isAt("t")) {
            end = in.at + 1;
        }
        if (end - in.at > 30) {
            return false;
        }
        String word = in.text.substring(in.at, end).replaceAll("[{}\\s]", "");
        boolean bareT = word.equalsIgnoreCase("T") && !isName.test(word);
        int wordEnd = end;
        while (!braced && wordEnd < in.text.length() && LatexCursor.isWordPart(in.text.charAt(wordEnd))) {
            wordEnd++;
        }
        boolean isLonger = wordEnd > end && isName.test(in.text.substring(in.at, wordEnd));
        boolean found = bareT && !isLonger
                || Set.of("\\top", "\\intercal", "\\prime", "\\mathsfT", "\\mathrmT", "\\textT", "\\rmT", "\\mathtopT")
                        .contains(word);
        in.at = found ? end : in.at;
        return found;
    }

    /** A name with a subscript: {@code x_1} or {@code x1}, whichever is declared. */
    private void subscript() {
        int start = in.at++;
        boolean braced = in.isAt("{");
        int from = braced ? in.at + 1 : in.at;
        int to = from;
        while (to < in.text.length() && Character.isLetterOrDigit(in.text.charAt(to))) {
            to++;
        }
        boolean word = to > from && (!braced || in.text.startsWith("}", to));
        int base = out.length();
        while (base > 0 && LatexCursor.isWordPart(out.text().charAt(base - 1))) {
            base--;
        }
        if (!word || base == out.length()) {
            int end = braced && in.text.indexOf('}', in.at) > 0 ? in.text.indexOf('}', in.at) + 1 : in.at;
            throw in.fault(
                    start,
                    end,
                    "a subscript belongs to a name, in letters and digits; entry i, k of A is entry(A, i, k)");
        }
        String name = out.text().substring(base);
        String index = in.text.substring(from, to);
        boolean joined = isName.test(name + index) && !isName.test(name + "_" + index);
        out.put(joined ? index : "_" + index, start);
        in.at = braced ? to + 1 : to;
    }

    // ---- commands

    void command() {
        int start = in.at;
        int end = in.commandEnd(in.at + 1);
        String name = in.text.substring(in.at + 1, end);
        in.at = end;
        if (LatexCommands.SPACES.contains(name)) {
            out.put(name.equals("\\") && matrices > 0 ? ";" : " ", start);
        } else if (name.endsWith("frac")
                && Set.of("frac", "dfrac", "tfrac", "cfrac").contains(name)) {
            applications.fraction(start);
        } else if (name.equals("sqrt")) {
            applications.root(start);
        } else if (LatexCommands.OPERATORS.containsKey(name)) {
            out.put(LatexCommands.OPERATORS.getOrDefault(name, ""), start);
        } else if (LatexCommands.FUNCTIONS.containsKey(name)) {
            applications.function(LatexCommands.FUNCTIONS.getOrDefault(name, name), start);
        } else if (LatexCommands.SIZES.contains(name)) {
            delimiter(start);
        } else if (name.equals("lvert") || name.equals("rvert")) {
            out.put(name.equals("lvert") ? "abs(" : ")", start);
        } else if (Set.of("{", "lbrace", "lbrack").contains(name)) {
            out.put("(", start);
        } else if (Set.of("}", "rbrace", "rbrack").contains(name)) {
            out.put(")", start);
        } else if (name.equals("sum") || name.equals("prod")) {
            applications.sum(name, start);
        } else if (name.equals("begin") || name.equals("end")) {
            environment(name.equals("begin"), start);
        } else if (LatexCommands.FONTS.contains(name)) {
            font(start);
        } else if (Set.of("hat", "bar", "tilde").contains(name)) {
            accented(name, start);
        } else {
            letter(name, start);
        }
    }

    private void letter(String name, int start) {
        String plain =
                name.startsWith("var") && Greek.LETTERS.containsKey(name.substring(3)) ? name.substring(3) : name;
        String greek = Greek.LETTERS.get(plain);
        if (name.equals("Omega") && !isName.test(name)) {
            out.put("Ω", start);
            return;
        }
        if (greek == null && !LatexCommands.REFUSED.containsKey(name) && units.reads(name, start)) {
            return;
        }
        if (name.equals("mu") && !isName.test(name) && !isName.test("μ")) {
            out.put("µ", start); // a prefix, which stays with its unit
            in.skipSpaces();
            return;
        }
        if (greek == null) {
            String refused = LatexCommands.REFUSED.getOrDefault(name, "");
            throw in.fault(
                    start,
                    in.at,
                    refused.isEmpty() ? "\\" + name + " is not read here; 'help formula' shows what is" : refused);
        }
        if (plain.equals("sigma") && !isName.test("sigma") && !isName.test(greek)) {
            int behind = in.skipped(in.at);
            boolean called = in.text.startsWith("(", behind)
                    || in.text.startsWith("'", behind)
                    || in.text.startsWith("\\left(", behind)
                    || in.text.startsWith("\\big", behind)
                    || in.text.startsWith("\\Big", behind);
            if (!called) {
                throw in.fault(start, in.at, "σ is the sigmoid before a bracket: write sigmoid(z)");
            }
            out.put("sigmoid", start);
            in.at = behind;
            return;
        }
        boolean asSign = isName.test(greek) && !isName.test(plain);
        word(asSign ? greek : Signs.isW(greek, isName) ? "w" : plain, start);
    }

    /** A word of its own, apart from letters around it. */
    private void word(String word, int start) {
        boolean before =
                out.length() > 0 && LatexCursor.isWordPart(out.text().charAt(out.length() - 1)) && !isPrefixOf(word);
        out.put((before ? " " : "") + word, start);
        boolean behind = !in.isAtEnd() && (LatexCursor.isLetter(in.here()) || Character.isDigit(in.here()));
        if (behind) {
            out.put(" ", start);
        }
        while (!in.isAtEnd() && in.here() == ' ' && in.text.startsWith("_", in.skipped(in.at))) {
            in.at++;
        }
    }

    /** Whether the one letter before is the prefix of a unit, {@code 3\,m\text{A}}, and no name. */
    private boolean isPrefixOf(String unit) {
        int last = out.length() - 1;
        String prefix = out.text().substring(last);
        boolean alone = last > 0
                && !Character.isLetter(out.text().charAt(last - 1))
                && out.text().charAt(last - 1) != '_';
        return alone
                && Character.isLetter(prefix.charAt(0))
                && !isName.test(prefix)
                && !isName.test(unit)
                && Units.find(unit) != null
                && Units.find(prefix + unit) != null;
    }

    private void delimiter(int start) {
        in.skipSpaces();
        if (in.isAtEnd()) {
            throw in.fault(start, in.at, "a bracket is missing behind this");
        }
        boolean opens = !in.text.substring(start + 1).startsWith("r") && !in.text.startsWith("r", start + 4);
        int end = in.here() == '\\' ? in.commandEnd(in.at + 1) : in.at + 1;
        String bracket = in.text.substring(in.at, end);
        boolean bar = bracket.equals("|") || bracket.endsWith("vert");
        if (!bar && !bracket.equals(".") && "([{)]}".indexOf(bracket.charAt(bracket.length() - 1)) < 0) {
            throw in.fault(start, end, "a bracket is missing behind this");
        }
        in.at = end;
        if (!opens) {
            out.put(bracket.equals(".") ? " " : ")", start);
            return;
        }
        enter(start);
        out.put(bar ? "abs(" : bracket.equals(".") ? " " : "(", start);
        while (!in.isAtEnd() && ")]}".indexOf(in.here()) < 0 && !closes()) {
            item();
        }
        if (closes()) {
            command();
        } else if (!in.isAtEnd() && in.here() != '}') {
            out.put(")", in.at++);
        }
        leave();
    }

    boolean closes() {
        return in.isAt("\\right") || in.isAt("\\end") || in.isAt("\\bigr") || in.isAt("\\Bigr");
    }

    private void environment(boolean begins, int start) {
        int close = in.isAt("{") ? in.text.indexOf('}', in.at) : -1;
        if (close < 0) {
            throw in.fault(start, in.at, "the name of what begins or ends here is missing");
        }
        String name = in.text.substring(in.at + 1, close).strip();
        in.at = close + 1;
        if (LatexCommands.MATRICES.contains(name)) {
            matrices += begins ? 1 : -1;
            out.put(begins ? (endsInTerm() ? "*[" : "[") : "]", start);
        } else if (name.matches("(aligned|align|equation|gathered|split)\\*?")) {
            out.put(" ", start);
        } else {
            throw in.fault(start, in.at, "'" + name + "' is not read here; a matrix is written [a, b; c, d]");
        }
    }

    private boolean endsInTerm() {
        int last = out.length() - 1;
        while (last >= 0 && out.text().charAt(last) == ' ') {
            last--;
        }
        return last >= 0
                && (LatexCursor.isWordPart(out.text().charAt(last))
                        || ")]'".indexOf(out.text().charAt(last)) >= 0);
    }

    private void font(int start) {
        in.skipSpaces();
        int close = in.isAt("{") ? in.text.indexOf('}', in.at) : -1;
        String word = close < 0 ? "" : in.text.substring(in.at + 1, close).strip();
        if (word.equals("1")) {
            throw in.fault(start, close + 1, "a column of ones is ones(m, 1)");
        }
        if (word.matches("\\p{L}\\w*")) {
            in.at = close + 1;
            String function = LatexCommands.FUNCTIONS.get(word.toLowerCase(Locale.ROOT));
            if (function != null && !isName.test(word)) {
                applications.function(function, start);
            } else {
                word(word, start);
            }
        } else {
            argument(start);
        }
    }

    private void accented(String accent, int start) {
        int place = out.length();
        argument(start);
        String base = out.text().substring(place).strip();
        String joined = isName.test(base + accent) ? base + accent : base + "_" + accent;
        if (!isName.test(joined)) {
            throw in.fault(start, in.at, "no name of the question has this accent; write its name in letters");
        }
        out.delete(place, out.length());
        word(joined, start);
    }

    /** Goes one group deeper. */
    void enter(int where) {
        if (++depth > Parser.MAX_DEPTH) {
            throw in.fault(where, where + 1, "nested deeper than " + Parser.MAX_DEPTH + " groups");
        }
    }

    /** Comes back out of a group. */
    void leave() {
        depth--;
    }
}

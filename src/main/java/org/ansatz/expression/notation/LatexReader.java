package org.ansatz.expression.notation;

import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import org.ansatz.expression.syntax.ExpressionFault;
import org.ansatz.expression.syntax.Parser;
import org.ansatz.expression.syntax.Span;

/**
 * Spells what LaTeX has commands for: fractions, roots, sums, Greek letters, functions without brackets, {@code X^T}, matrices;
 * by recursive descent over groups. What has no commands is copied.
 */
final class LatexReader {

    private static final String TRANSPOSED = "'";

    private final String text;
    private final Predicate<String> isName;
    private final Spelling.Writer out;
    private int at;
    private int depth;
    private int matrices;

    private LatexReader(Spelling typed, Predicate<String> isName) {
        this.text = typed.text();
        this.isName = isName;
        this.out = new Spelling.Writer(typed);
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
        if (reader.at < reader.text.length()) {
            throw reader.fault(reader.at, reader.at + 1, "this brace closes nothing");
        }
        return reader.out.spelling();
    }

    /** Behind {@code \frac{\partial L}{\partial W} =} and {@code \nabla_W L =}, which say what the formula is. */
    private void skipWhatItIs() {
        int equals = -1;
        for (int i = 0; i < text.length(); i++) {
            boolean alone = text.charAt(i) == '='
                    && !text.startsWith("=", i + 1)
                    && (i == 0 || "=<>!:".indexOf(text.charAt(i - 1)) < 0);
            boolean ofSum = alone && text.lastIndexOf('{', i) > text.lastIndexOf('}', i);
            if (alone && !ofSum) {
                if (equals >= 0 && text.indexOf('\\') >= 0) {
                    throw fault(i, i + 1, "there are two '='; write what stands behind the last alone");
                }
                equals = i;
            }
        }
        String head = equals < 0 ? "" : text.substring(0, equals);
        boolean derivative = head.contains("\\partial")
                || head.contains("\\nabla")
                || head.contains("∇")
                || head.contains("∂")
                || head.matches("(?s)[\\s$]*\\\\d?frac\\s*\\{\\s*(\\\\mathrm\\s*\\{)?d.*");
        boolean name = head.matches("(?s)[\\s$]*\\\\[A-Za-z]+[\\s&]*") || head.matches("(?s)[\\s$]*\\w+[\\s&]*");
        if (derivative || name && text.indexOf('\\') >= 0) {
            at = equals + 1;
        }
    }

    /** Everything up to a sign that closes, which is left; or to the end. */
    private void items(String closing) {
        while (at < text.length() && !(closing.isEmpty() ? "}" : closing).contains(text.substring(at, at + 1))) {
            item();
        }
    }

    private void item() {
        char c = text.charAt(at);
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
                at++;
                root(at - 1);
                break;
            case '&':
                at++;
                out.put(matrices > 0 ? "," : " ", at - 1);
                break;
            case '$', '~':
                at++;
                out.put(" ", at - 1);
                break;
            case '(':
                bracketed();
                break;
            default:
                at++;
                out.put(String.valueOf(c), at - 1);
        }
    }

    /** Brackets with what is in them, so that a sum inside ends there. */
    private void bracketed() {
        int start = at;
        enter(start);
        out.put("(", at++);
        while (at < text.length() && text.charAt(at) != ')' && text.charAt(at) != '}') {
            item();
        }
        if (at < text.length() && text.charAt(at) == ')') {
            out.put(")", at++);
        }
        depth--;
    }

    /** A group in braces, in brackets unless it is one thing. */
    private void group() {
        int start = at;
        enter(start);
        int place = out.length();
        out.put("(", at++);
        items("}");
        if (at >= text.length()) {
            throw fault(start, start + 1, "this brace is not closed");
        }
        if (isOneThing(out.text().substring(place + 1).strip())) {
            out.delete(place, place + 1);
            at++;
        } else {
            out.put(")", at++);
        }
        depth--;
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
    private void argument(int command) {
        skipSpaces();
        if (at >= text.length()) {
            throw fault(command, text.length(), "something is missing behind this");
        }
        if (text.charAt(at) == '{') {
            group();
        } else if (text.charAt(at) == '\\') {
            enter(command);
            command();
            depth--;
        } else {
            out.put(text.substring(at, at + 1), at);
            at++;
        }
    }

    // ---- behind a term

    private void power() {
        int start = at++;
        skipSpaces();
        if (isTransposition()) {
            out.put(TRANSPOSED, start);
            return;
        }
        out.put("^", start);
        if (at < text.length() && (text.charAt(at) == '{' || text.charAt(at) == '\\')) {
            argument(start);
        }
    }

    /** Goes behind {@code T}, {@code {\top}}, {@code \mathsf{T}}, {@code \prime} and their like, if one stands here. */
    private boolean isTransposition() {
        int end = at;
        boolean braced = text.startsWith("{", at);
        if (braced) {
            end = text.indexOf('}', at);
            end = end < 0
                    ? text.length()
                    : text.startsWith("}", end + 1) && text.substring(at, end).indexOf('{', 1) > 0 ? end + 2 : end + 1;
        } else if (text.startsWith("\\", at)) {
            end = commandEnd(at + 1);
            int brace = text.startsWith("{", end) ? text.indexOf('}', end) : -1;
            end = brace < 0 ? end : brace + 1;
        } else if (text.startsWith("T", at)) {
            end = at + 1;
        }
        if (end - at > 30) {
            return false;
        }
        String word = text.substring(at, end).replaceAll("[{}\\s]", "");
        boolean bareT = word.equals("T") && !isName.test("T");
        int wordEnd = end;
        while (!braced && wordEnd < text.length() && isWordPart(text.charAt(wordEnd))) {
            wordEnd++;
        }
        boolean isLonger = wordEnd > end && isName.test(text.substring(at, wordEnd));
        boolean found = bareT && !isLonger
                || Set.of("\\top", "\\intercal", "\\prime", "\\mathsfT", "\\mathrmT", "\\textT", "\\rmT", "\\mathtopT")
                        .contains(word);
        at = found ? end : at;
        return found;
    }

    /** A name with a subscript: {@code x_1} or {@code x1}, whichever is declared. */
    private void subscript() {
        int start = at++;
        boolean braced = text.startsWith("{", at);
        int from = braced ? at + 1 : at;
        int to = from;
        while (to < text.length() && Character.isLetterOrDigit(text.charAt(to))) {
            to++;
        }
        boolean word = to > from && (!braced || text.startsWith("}", to));
        int base = out.length();
        while (base > 0 && isWordPart(out.text().charAt(base - 1))) {
            base--;
        }
        if (!word || base == out.length()) {
            int end = braced && text.indexOf('}', at) > 0 ? text.indexOf('}', at) + 1 : at;
            throw fault(
                    start,
                    end,
                    "a subscript belongs to a name, in letters and digits; entry i, k of A is entry(A, i, k)");
        }
        String name = out.text().substring(base);
        String index = text.substring(from, to);
        boolean joined = isName.test(name + index) && !isName.test(name + "_" + index);
        out.put(joined ? index : "_" + index, start);
        at = braced ? to + 1 : to;
    }

    // ---- commands

    private int commandEnd(int from) {
        int end = from;
        while (end < text.length() && isLetter(text.charAt(end))) {
            end++;
        }
        return end == from ? Math.min(text.length(), from + 1) : end;
    }

    private void command() {
        int start = at;
        int end = commandEnd(at + 1);
        String name = text.substring(at + 1, end);
        at = end;
        if (LatexCommands.SPACES.contains(name)) {
            out.put(name.equals("\\") && matrices > 0 ? ";" : " ", start);
        } else if (name.endsWith("frac")
                && Set.of("frac", "dfrac", "tfrac", "cfrac").contains(name)) {
            fraction(start);
        } else if (name.equals("sqrt")) {
            root(start);
        } else if (LatexCommands.OPERATORS.containsKey(name)) {
            out.put(LatexCommands.OPERATORS.getOrDefault(name, ""), start);
        } else if (LatexCommands.FUNCTIONS.containsKey(name)) {
            function(LatexCommands.FUNCTIONS.getOrDefault(name, name), start);
        } else if (LatexCommands.SIZES.contains(name)) {
            delimiter(start);
        } else if (name.equals("lvert") || name.equals("rvert")) {
            out.put(name.equals("lvert") ? "abs(" : ")", start);
        } else if (Set.of("{", "lbrace", "lbrack").contains(name)) {
            out.put("(", start);
        } else if (Set.of("}", "rbrace", "rbrack").contains(name)) {
            out.put(")", start);
        } else if (name.equals("sum") || name.equals("prod")) {
            sum(name, start);
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
        String plain = name.startsWith("var") && Signs.GREEK.containsKey(name.substring(3)) ? name.substring(3) : name;
        String greek = Signs.GREEK.get(plain);
        if (greek == null) {
            String refused = LatexCommands.REFUSED.getOrDefault(name, "");
            throw fault(
                    start,
                    at,
                    refused.isEmpty() ? "\\" + name + " is not read here; 'help formula' shows what is" : refused);
        }
        if (plain.equals("sigma") && !isName.test("sigma") && !isName.test(greek)) {
            int behind = skipped(at);
            boolean called = text.startsWith("(", behind)
                    || text.startsWith("'", behind)
                    || text.startsWith("\\left(", behind)
                    || text.startsWith("\\big", behind)
                    || text.startsWith("\\Big", behind);
            if (!called) {
                throw fault(start, at, "σ is the sigmoid before a bracket: write sigmoid(z)");
            }
            out.put("sigmoid", start);
            at = behind;
            return;
        }
        boolean asSign = isName.test(greek) && !isName.test(plain);
        word(asSign ? greek : Signs.isW(greek, isName) ? "w" : plain, start);
    }

    /** A word of its own, apart from letters around it. */
    private void word(String word, int start) {
        boolean before = out.length() > 0 && isWordPart(out.text().charAt(out.length() - 1));
        out.put((before ? " " : "") + word, start);
        boolean behind = at < text.length() && (isLetter(text.charAt(at)) || Character.isDigit(text.charAt(at)));
        if (behind) {
            out.put(" ", start);
        }
        while (at < text.length() && text.charAt(at) == ' ' && text.startsWith("_", skipped(at))) {
            at++;
        }
    }

    private void fraction(int start) {
        out.put("(", start);
        argument(start);
        out.put("/", start);
        argument(start);
        out.put(")", start);
    }

    private void root(int start) {
        skipSpaces();
        String degree = "";
        if (text.startsWith("[", at)) {
            int close = text.indexOf(']', at);
            degree = close < 0 ? "" : text.substring(at + 1, close).strip();
            at = close < 0 ? at : close + 1;
            skipSpaces();
        }
        if (!degree.isEmpty() && !degree.matches("[0-9]{1,9}|[A-Za-z]")) {
            throw fault(start, at, "a root of this degree is written x^(1/n)");
        }
        if (!degree.isEmpty()) {
            out.put("(", start);
            argument(start);
            out.put("^(1/" + degree + "))", start);
        } else if (text.startsWith("(", at)) {
            out.put("sqrt", start);
        } else if (text.startsWith("{", at) || text.startsWith("\\", at)) {
            out.put("sqrt", start);
            inBrackets(start);
        } else {
            bareRoot(start);
        }
    }

    /** What belongs to a function, in brackets. */
    private void inBrackets(int start) {
        int place = out.length();
        argument(start);
        String written = out.text().substring(place).strip();
        if (!(written.startsWith("(") && isOneThing(written))) {
            out.insert(place, "(", start);
            out.put(")", start);
        }
    }

    /** A root of a number or of one name. */
    private void bareRoot(int start) {
        int end = at;
        boolean number = end < text.length() && Character.isDigit(text.charAt(end));
        while (end < text.length()
                && (number ? "0123456789.".indexOf(text.charAt(end)) >= 0 : isWordPart(text.charAt(end)))) {
            end++;
        }
        String under = text.substring(at, end);
        boolean clear = number || isName.test(under) || under.length() == 1;
        if (under.isEmpty() || !clear) {
            throw fault(start, Math.max(end, start + 1), "how far does the root reach? Write sqrt(…)");
        }
        out.put("sqrt(" + under + ")", start);
        at = end;
    }

    /** A function, with brackets around its argument. */
    private void function(String name, int start) {
        skipSpaces();
        String power = "";
        if (text.startsWith("^", at)) {
            int place = out.length();
            power();
            power = out.text().substring(place);
            out.delete(place, out.length());
            if (power.equals("^")) {
                power += at < text.length() ? text.substring(at, at + 1) : "";
                at = Math.min(text.length(), at + 1);
            }
            skipSpaces();
        }
        boolean before = out.length() > 0 && isWordPart(out.text().charAt(out.length() - 1));
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
        String rest = text.substring(at, Math.min(text.length(), at + 8));
        return rest.startsWith("(") || rest.matches("(?s)\\\\(left|big|Big|bigl|Bigl|bigg)\\s*\\(.*");
    }

    /** A bracket with all that is in it. */
    private void delimitedArgument() {
        if (text.startsWith("\\", at)) {
            command();
        } else {
            bracketed();
        }
    }

    /** The argument of a function that has no brackets: one name, number, group or fraction, and nothing beside it. */
    private void oneTerm(String name, int start) {
        if (at < text.length() && isWordPart(text.charAt(at))) {
            int end = at;
            while (end < text.length() && isWordPart(text.charAt(end))) {
                end++;
            }
            out.put(text.substring(at, end), at);
            at = end;
        } else if (at < text.length() && "{\\".indexOf(text.charAt(at)) >= 0) {
            argument(start);
        } else {
            throw fault(start, at, name + " needs an argument: write " + name + "(x)");
        }
        while (at < text.length() && "_^".indexOf(text.charAt(at)) >= 0) {
            boolean plain = text.charAt(at) == '^' && at + 1 < text.length() && "{\\T".indexOf(text.charAt(at + 1)) < 0;
            item();
            if (plain) {
                item();
            }
        }
        int next = skipped(at);
        boolean clear = next >= text.length() || "+-*/)]}.,=&$'".indexOf(text.charAt(next)) >= 0;
        boolean operator =
                !clear && text.charAt(next) == '\\' && isOperator(text.substring(next + 1, commandEnd(next + 1)));
        if (!clear && !operator) {
            throw fault(
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

    private void delimiter(int start) {
        skipSpaces();
        if (at >= text.length()) {
            throw fault(start, at, "a bracket is missing behind this");
        }
        boolean opens = !text.substring(start + 1).startsWith("r") && !text.startsWith("r", start + 4);
        int end = text.charAt(at) == '\\' ? commandEnd(at + 1) : at + 1;
        String bracket = text.substring(at, end);
        boolean bar = bracket.equals("|") || bracket.endsWith("vert");
        if (!bar && !bracket.equals(".") && "([{)]}".indexOf(bracket.charAt(bracket.length() - 1)) < 0) {
            throw fault(start, end, "a bracket is missing behind this");
        }
        at = end;
        if (!opens) {
            out.put(bracket.equals(".") ? " " : ")", start);
            return;
        }
        enter(start);
        out.put(bar ? "abs(" : bracket.equals(".") ? " " : "(", start);
        while (at < text.length() && ")]}".indexOf(text.charAt(at)) < 0 && !closes()) {
            item();
        }
        if (closes()) {
            command();
        } else if (at < text.length() && text.charAt(at) != '}') {
            out.put(")", at++);
        }
        depth--;
    }

    /** A sum or product over whole numbers, of all up to the next sum or difference. */
    private void sum(String name, int start) {
        String low = "";
        String high = "";
        for (int i = 0; i < 2; i++) {
            skipSpaces();
            if (text.startsWith("_", at) || text.startsWith("^", at)) {
                boolean lower = text.charAt(at++) == '_';
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
            throw fault(
                    start,
                    at,
                    "from where to where? Write " + name + "(… for i in 1:n); all entries of A are " + name + "(A)");
        }
        out.put(name + "(", start);
        skipSpaces();
        int place = out.length();
        enter(start);
        while (at < text.length() && ")]},;=".indexOf(text.charAt(at)) < 0 && !endsTerm(place)) {
            item();
        }
        depth--;
        out.put(" for " + variable + " in " + low.substring(equals + 1).strip() + ":" + high + ")", start);
    }

    private void argumentOfSum(int start) {
        if (text.startsWith("{", at) || text.startsWith("\\", at)) {
            argument(start);
        } else {
            int end = at;
            while (end < text.length() && isWordPart(text.charAt(end))) {
                end++;
            }
            end = Math.max(end, Math.min(at + 1, text.length()));
            out.put(text.substring(at, end), at);
            at = end;
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
        boolean sign = "+-−".indexOf(text.charAt(at)) >= 0 && behindTerm;
        return sign || closes();
    }

    private boolean closes() {
        return text.startsWith("\\right", at)
                || text.startsWith("\\end", at)
                || text.startsWith("\\bigr", at)
                || text.startsWith("\\Bigr", at);
    }

    private void environment(boolean begins, int start) {
        int close = text.startsWith("{", at) ? text.indexOf('}', at) : -1;
        if (close < 0) {
            throw fault(start, at, "the name of what begins or ends here is missing");
        }
        String name = text.substring(at + 1, close).strip();
        at = close + 1;
        if (LatexCommands.MATRICES.contains(name)) {
            matrices += begins ? 1 : -1;
            out.put(begins ? (endsInTerm() ? "*[" : "[") : "]", start);
        } else if (name.matches("(aligned|align|equation|gathered|split)\\*?")) {
            out.put(" ", start);
        } else {
            throw fault(start, at, "'" + name + "' is not read here; a matrix is written [a, b; c, d]");
        }
    }

    private boolean endsInTerm() {
        int last = out.length() - 1;
        while (last >= 0 && out.text().charAt(last) == ' ') {
            last--;
        }
        return last >= 0
                && (isWordPart(out.text().charAt(last))
                        || ")]'".indexOf(out.text().charAt(last)) >= 0);
    }

    private void font(int start) {
        skipSpaces();
        int close = text.startsWith("{", at) ? text.indexOf('}', at) : -1;
        String word = close < 0 ? "" : text.substring(at + 1, close).strip();
        if (word.equals("1")) {
            throw fault(start, close + 1, "a column of ones is ones(m, 1)");
        }
        if (word.matches("\\p{L}\\w*")) {
            at = close + 1;
            String function = LatexCommands.FUNCTIONS.get(word.toLowerCase(Locale.ROOT));
            if (function != null && !isName.test(word)) {
                function(function, start);
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
            throw fault(start, at, "no name of the question has this accent; write its name in letters");
        }
        out.delete(place, out.length());
        word(joined, start);
    }

    // ---- characters

    private void skipSpaces() {
        at = skipped(at);
    }

    private int skipped(int from) {
        int i = from;
        while (i < text.length() && text.charAt(i) == ' ') {
            i++;
        }
        return i;
    }

    private static boolean isLetter(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
    }

    private static boolean isWordPart(char c) {
        return Character.isLetterOrDigit(c) || c == '_';
    }

    private void enter(int where) {
        if (++depth > Parser.MAX_DEPTH) {
            throw fault(where, where + 1, "nested deeper than " + Parser.MAX_DEPTH + " groups");
        }
    }

    private ExpressionFault fault(int start, int end, String message) {
        return new ExpressionFault(new Span(start, Math.max(start + 1, end)), message);
    }
}

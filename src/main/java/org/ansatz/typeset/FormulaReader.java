package org.ansatz.typeset;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import org.ansatz.typeset.Formula.Fenced;
import org.ansatz.typeset.Formula.Fraction;
import org.ansatz.typeset.Formula.Matrix;
import org.ansatz.typeset.Formula.Root;
import org.ansatz.typeset.Formula.Row;
import org.ansatz.typeset.Formula.Scripted;
import org.ansatz.typeset.Formula.Symbols;

/** Reads a formula from left to right. Nothing is refused: a bracket without a partner stands for itself. */
final class FormulaReader {

    private static final int DEEPEST = 40;

    /** Functions whose argument may stand without parentheses. */
    private static final Set<String> FUNCTIONS = Set.of(
            "sin", "cos", "tan", "cot", "sinh", "cosh", "tanh", "ln", "log", "exp", "arcsin", "arccos", "arctan");

    private static final Formula SPACE = new Symbols(" ");
    private static final String OPEN = "([{";
    private static final String CLOSE = ")]}";

    private final String text;

    /** Where the bracket that opens at a place is closed; 0 if it is not. */
    private final int[] partners;

    private int at;

    /** How many commands are waiting for what they are about. */
    private int depth;

    /** What is being read ends here. */
    private int end;

    FormulaReader(String text) {
        this.text = text;
        this.partners = partners(text);
        this.end = text.length();
    }

    /** Brackets of one kind, and two bars between the same brackets, belong together; what is nested too deep does not. */
    private static int[] partners(String text) {
        int[] partners = new int[text.length()];
        Deque<Integer> open = new ArrayDeque<>();
        Deque<Integer> bars = new ArrayDeque<>(List.of(-1));
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            int closes = CLOSE.indexOf(c);
            if (OPEN.indexOf(c) >= 0 && open.size() < DEEPEST) {
                open.push(i);
                bars.push(-1);
            } else if (closes >= 0 && !open.isEmpty() && OPEN.indexOf(text.charAt(open.peek())) == closes) {
                partners[open.pop()] = i;
                bars.pop();
            } else if (c == '|') {
                int bar = bars.pop();
                if (bar >= 0) {
                    partners[bar] = i;
                }
                bars.push(bar >= 0 ? -1 : i);
            }
        }
        return partners;
    }

    Formula formula() {
        return row(parts(""));
    }

    private static Formula row(List<Formula> parts) {
        return parts.size() == 1 ? parts.get(0) : new Row(parts);
    }

    /** What stands before the end, or one of some signs. */
    private List<Formula> parts(String until) {
        List<Formula> parts = new ArrayList<>();
        while (at < end && !isNext(until)) {
            part(parts);
        }
        return parts;
    }

    private boolean isNext(String signs) {
        return at < end && signs.indexOf(text.charAt(at)) >= 0;
    }

    private void part(List<Formula> parts) {
        Formula last = parts.isEmpty() ? SPACE : parts.get(parts.size() - 1);
        boolean joins = !isSpace(last) && at + 1 < end;
        if (joins && isNext("^_") && !isTaken(last, isNext("^"))) {
            script(parts, text.charAt(at++) == '^');
        } else if (joins && isNext("/") && !(last instanceof Fraction)) {
            at++;
            fraction(parts);
        } else {
            Formula item = item();
            if (!(item instanceof Symbols symbols) || !symbols.text().isEmpty()) {
                parts.add(item);
            }
        }
    }

    private static boolean isSpace(Formula part) {
        return part instanceof Symbols symbols && symbols.text().isBlank();
    }

    private static boolean isTaken(Formula part, boolean high) {
        return part instanceof Scripted scripted && (high ? scripted.high() : scripted.low()) != null;
    }

    /** An exponent: a number with or without a sign, a command, one sign, or what stands in braces. An index may be a word as well: {@code V_GS}. */
    private void script(List<Formula> parts, boolean high) {
        Formula base = parts.remove(parts.size() - 1);
        boolean isLetter = Character.isLetter(text.codePointAt(at));
        boolean isSigned = high && isNext("+-") && at + 1 < end && Character.isDigit(text.charAt(at + 1));
        Formula sign = isSigned ? sign() : null;
        Formula small = isLetter && !high ? index() : isLetter || isNext("*") ? character() : item();
        small = sign == null ? small : new Row(List.of(sign, small));
        Formula inner = base instanceof Scripted scripted ? scripted.base() : base;
        Formula low = high ? base instanceof Scripted scripted ? scripted.low() : null : small;
        Formula raised = high ? small : base instanceof Scripted scripted ? scripted.high() : null;
        parts.add(new Scripted(inner, low, raised));
    }

    private Formula index() {
        int start = at;
        while (at < end && Character.isLetterOrDigit(text.charAt(at))) {
            at++;
        }
        return new Symbols(Signs.word(text.substring(start, at)));
    }

    /** The factors in front go on top, the next one below. */
    private void fraction(List<Formula> parts) {
        int first = parts.size() - 1;
        while (first > 0 && isPartOfProduct(parts.get(first - 1))) {
            first--;
        }
        if (first > 1 && isSpace(parts.get(first - 1)) && isApplied(parts.get(first - 2), at)) {
            first -= 2;
        }
        List<Formula> front = parts.subList(first, parts.size());
        Formula top = row(List.copyOf(front));
        front.clear();
        List<Formula> below = new ArrayList<>(List.of(item()));
        while (isNext("^_") && at + 1 < end || isPostfix()) {
            if (isPostfix()) {
                below.add(character());
            } else {
                part(below);
            }
        }
        if (isWord(below.get(0)) && isNext("(")) {
            below.add(item());
        } else if (isApplied(below.get(0), top)) {
            below.add(item());
            below.add(item());
            while (isNext("^_") && at + 1 < end) {
                part(below);
            }
        }
        parts.add(new Fraction(bare(top), bare(row(below))));
    }

    /**
     * Whether a word on top is about what follows it, because a word of the same kind below is: {@code tan a/tan b}, {@code d y/d x}. Of
     * {@code cos pi/4} nobody can say so.
     */
    private boolean isApplied(Formula word, int below) {
        int space = text.indexOf(' ', below);
        String under = space < 0 || space >= end ? "" : text.substring(below, space);
        String name = word instanceof Symbols symbols ? symbols.text() : "";
        return name.equals("d") ? under.equals("d") : FUNCTIONS.contains(name) && FUNCTIONS.contains(under);
    }

    /** Whether a word below is about what follows it: {@code 1/cos x}, {@code d y/d x}. */
    private boolean isApplied(Formula word, Formula top) {
        boolean isFollowed = isNext(" ") && at + 1 < end && Character.isLetterOrDigit(text.charAt(at + 1));
        String name = word instanceof Symbols symbols ? symbols.text() : "";
        return isFollowed
                && (FUNCTIONS.contains(name) || name.equals("d") && top.line().startsWith("d "));
    }

    /** Whether a prime or a factorial follows, which belongs to what it stands behind. */
    private boolean isPostfix() {
        return isNext("'\u2032!") && !text.startsWith("!=", at);
    }

    private static boolean isWord(Formula part) {
        return part instanceof Symbols symbols && symbols.text().codePoints().allMatch(Character::isLetter);
    }

    private static boolean isPartOfProduct(Formula part) {
        return part.isFactor() && !(part instanceof Fraction) && !part.line().equals("·");
    }

    /** Without the parentheses that a fraction makes needless. */
    private static Formula bare(Formula part) {
        return part instanceof Fenced fenced && fenced.open() == '(' ? fenced.inside() : part;
    }

    // ---- single items

    private Formula item() {
        char c = text.charAt(at);
        if (c == '\\') {
            return command();
        }
        if (Character.isLetter(c)) {
            String word = run();
            return word.equals("sqrt") && isNext("(") ? new Root(bare(item())) : new Symbols(Signs.word(word));
        }
        if (Character.isDigit(c)) {
            int start = at;
            while (at < end && (Character.isDigit(text.charAt(at)) || isPoint())) {
                at++;
            }
            return new Symbols(text.substring(start, at));
        }
        return partners[at] > 0 ? group() : sign();
    }

    private boolean isPoint() {
        return text.charAt(at) == '.' && at + 1 < end && Character.isDigit(text.charAt(at + 1));
    }

    private String run() {
        int start = at;
        while (at < end && Character.isLetter(text.charAt(at))) {
            at++;
        }
        return text.substring(start, at);
    }

    private Formula sign() {
        for (String[] pair : Signs.PAIRS) {
            if (text.startsWith(pair[0], at)) {
                at += pair[0].length();
                return new Symbols(pair[1]);
            }
        }
        boolean product = isNext("*") && (at == 0 || text.charAt(at - 1) != '.');
        boolean brace = isNext("{}");
        Symbols sign = character();
        return product ? new Symbols("·") : brace ? new Symbols("") : sign;
    }

    private Symbols character() {
        int length = Character.charCount(text.codePointAt(at));
        at += length;
        return new Symbols(text.substring(at - length, at));
    }

    /** What stands between brackets. Braces only hold together. */
    private Formula group() {
        int outer = end;
        char open = text.charAt(at);
        end = partners[at++];
        Formula inside = open == '[' ? entries() : row(parts(""));
        end = outer;
        char close = text.charAt(at++);
        return open == '{' || inside instanceof Matrix ? inside : new Fenced(open, inside, close);
    }

    /** A matrix if there is a semicolon; otherwise a row. */
    private Formula entries() {
        List<List<Formula>> rows = new ArrayList<>();
        List<Formula> row = new ArrayList<>();
        List<Formula> flat = new ArrayList<>();
        while (at <= end) {
            List<Formula> entry = parts(",;");
            row.add(row(trimmed(entry)));
            flat.addAll(entry);
            if (at == end || isNext(";")) {
                rows.add(row);
                row = new ArrayList<>();
            }
            if (at == end) {
                break;
            }
            flat.add(character());
        }
        return rows.size() > 1 ? new Matrix(rows) : row(flat);
    }

    private static List<Formula> trimmed(List<Formula> parts) {
        int from = 0;
        int to = parts.size();
        while (from < to && isSpace(parts.get(from))) {
            from++;
        }
        while (to > from && isSpace(parts.get(to - 1))) {
            to--;
        }
        return parts.subList(from, to);
    }

    private Formula command() {
        at++;
        if (at >= end) {
            return new Symbols("\\");
        }
        if (!Character.isLetter(text.charAt(at))) {
            char c = text.charAt(at++);
            return new Symbols(",;:! \\".indexOf(c) >= 0 ? " " : String.valueOf(c));
        }
        String word = run();
        switch (word) {
            case "frac":
            case "dfrac":
            case "tfrac":
                Formula top = argument();
                return new Fraction(top, argument());
            case "sqrt":
                return new Root(argument());
            case "text":
            case "mathrm":
            case "mathbf":
            case "operatorname":
                return written();
            default:
                char accent = Signs.accent(word);
                return accent == 0 ? new Symbols(Signs.command(word)) : accented(argument(), accent);
        }
    }

    private static Formula accented(Formula letter, char accent) {
        String line = letter.line();
        return line.codePointCount(0, line.length()) == 1 ? new Symbols(line + accent) : letter;
    }

    private Formula argument() {
        if (depth >= DEEPEST) {
            return new Symbols("");
        }
        depth++;
        Formula argument = argued();
        depth--;
        return argument;
    }

    private Formula argued() {
        while (isNext(" ")) {
            at++;
        }
        return at < end ? item() : new Symbols("");
    }

    /** Words in braces, as they are. */
    private Formula written() {
        int close = isNext("{") ? partners[at] : 0;
        if (close == 0) {
            return argument();
        }
        String words = text.substring(at + 1, close);
        at = close + 1;
        return new Symbols(words);
    }
}

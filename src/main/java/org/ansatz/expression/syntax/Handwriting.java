package org.ansatz.expression.syntax;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ansatz.quantity.Units;

/**
 * What a person writes, spelled as the language spells it: digits in groups of three ({@code 1,234.5}, {@code 1 234.5}),
 * {@code x 10} for a power of ten, superscripts, {@code d = …} before and a full stop behind. What could mean two things is
 * a fault, and never guessed.
 */
public final class Handwriting {

    private static final String SPACES = " \u00A0\u2009\u202F";
    private static final String SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹";
    private static final int GROUP = 3;

    /** What people put between a magnitude and its angle; cis is cosine plus i times sine. */
    private static final Pattern AT_AN_ANGLE = Pattern.compile(
            ",?\\s*(?:(?:\\b(?:at|with)\\s+)?(?:\\ban?\\s+)?\\b(?:angle|phase)\\b(?:\\s+of\\b)?|\\bat\\b(?=\\s*[-+0-9\u2212])|/_+|@|(?:\\*\\s*)?(?<![\\p{L}_])cis(?![\\p{L}_]))\\s*",
            Pattern.CASE_INSENSITIVE);

    /** A number that stands alone, perhaps with its unit. */
    private static final Pattern VALUE =
            Pattern.compile("\\s*([-+\u2212]?\\s*[0-9.]+(?:[eE][-+]?[0-9]+)?)\\s*[\\p{L}%°/]*\\s*");

    /** Words of the language behind which a list may stand. */
    private static final Set<String> JOINING = Set.of("in", "and", "or", "not", "xor", "for", "at", "by", "if");

    /** Letters that stand in the place of a decimal point: 4k7, 2R2. */
    private static final String POINTS = "kKMGRunp\u00B5";

    private final String text;
    private final int end;
    private final StringBuilder spelled = new StringBuilder();
    private final List<Integer> origins = new ArrayList<>();
    private final Set<Integer> grouped = new HashSet<>();
    private int at;
    private int open;

    /** Whether this is one quantity, so that a comma does not part several. */
    private final boolean isOne;

    private Handwriting(String text, boolean isOne) {
        TokenReader.requireShort(text);
        this.isOne = isOne;
        this.text = Wording.narrow(text);
        this.end = Wording.end(this.text);
        this.at = definitionEnd();
    }

    /**
     * Reads a formula.
     *
     * @throws ExpressionFault if it could mean two things
     */
    public static Handwriting ofFormula(String text) {
        Handwriting reading = new Handwriting(text, false);
        while (reading.at < reading.end) {
            reading.step();
        }
        return reading;
    }

    /**
     * Reads a quantity, in which {@code j50} is imaginary, {@code 5<30°} and {@code 5 at an angle of 30 deg} have an angle, and
     * brackets only group.
     *
     * @throws ExpressionFault if it could mean two things
     */
    public static Handwriting ofQuantity(String text) {
        Handwriting reading = new Handwriting(text, true);
        reading.at = Math.min(reading.end, Wording.introduction(reading.text, reading.at));
        reading.sign();
        while (reading.at < reading.end) {
            reading.quantityStep();
        }
        return reading;
    }

    /** A sign and a number that are written as words before all else: {@code minus 22.8 dB}, {@code forty-one}. */
    private void sign() {
        int word = Wording.wordEnd(text, at);
        String first = text.substring(at, word);
        if (word < end && (first.equalsIgnoreCase("minus") || first.equalsIgnoreCase("plus"))) {
            put(first.equalsIgnoreCase("minus") ? "-" : "+", first.length());
            at = skipSpaces(at);
        } else if (at < end && "+-\u2212".indexOf(text.charAt(at)) >= 0 && isWord(skipSpaces(at + 1))) {
            put(text.substring(at, at + 1), 1);
            at = skipSpaces(at);
        }
        Numeral number = at < end ? Numeral.at(text, at) : null;
        if (number != null) {
            put(number.digits(), number.end() - at);
        }
    }

    private boolean isWord(int from) {
        return from < end && Character.isLetter(text.charAt(from));
    }

    /** The text for the parser. */
    public String spelled() {
        return spelled.toString();
    }

    /** Where a part of the spelled text stands in what was written. */
    public Span origin(Span span) {
        return new Span(origin(span.start()), Math.max(origin(span.start()), origin(span.end() - 1) + 1));
    }

    private int origin(int offset) {
        return offset < 0 || origins.isEmpty() ? 0 : origins.get(Math.min(offset, origins.size() - 1));
    }

    /**
     * Where the value begins behind {@code d =}, {@code x(t) =}, {@code y[n]:}, {@code dL/dW =}, {@code f'(x) =}, {@code V_{out} =}
     * or {@code =}, or 0; of one quantity behind the last of {@code I = V/R = 3 A}.
     */
    private int definitionEnd() {
        int i = skipName(skipSpaces(0));
        if (i < end && "([".indexOf(text.charAt(i)) >= 0) {
            int close = skipName(i + 1);
            i = close > i + 1 && close < end && ")]".indexOf(text.charAt(close)) >= 0 ? close + 1 : i;
        } else if (i < end && text.charAt(i) == '/') {
            i = skipName(i + 1);
        }
        int sign = skipSpaces(i);
        sign = sign < end && text.startsWith(":=", sign) ? sign + 1 : sign;
        boolean isNamed = i > 0 && !Character.isDigit(text.charAt(skipSpaces(0)));
        boolean defines = defines(sign) || isNamed && sign + 1 < end && text.charAt(sign) == ':';
        int from = defines ? sign + 1 : 0;
        int side = 0;
        for (int next = 0; isOne && next < end; next++) {
            if (isEquals(next) && !text.substring(next + 1, end).isBlank()) {
                requireOneValue(side, next);
                side = next + 1;
                from = side;
            }
        }
        return from;
    }

    /** {@code 3 A = 5 A} is no chain that leads to a value, but two of them. */
    private void requireOneValue(int side, int sign) {
        for (int i = side; side > 0 && i + 1 < sign; i++) {
            boolean parts = ",;".indexOf(text.charAt(i)) >= 0 && !Character.isDigit(text.charAt(i + 1));
            if (parts && Wording.isOutside(text, side, i)) {
                throw new ExpressionFault(new Span(0, end), "these are two values; which of them is the reply?");
            }
        }
        Matcher value = VALUE.matcher(text).region(side, sign);
        int next = sign + 1;
        while (next < end && !isEquals(next)) {
            next++;
        }
        Matcher other = VALUE.matcher(text).region(sign + 1, next);
        if (value.matches() && other.matches() && !value.group(1).equals(other.group(1))) {
            throw new ExpressionFault(new Span(0, end), "these are two values; which of them is the reply?");
        }
    }

    private boolean defines(int sign) {
        return sign + 1 < end && (isEquals(sign) || Wording.NEARLY.indexOf(text.charAt(sign)) >= 0);
    }

    /** Whether the sign of equality stands here, and not part of one that compares. */
    private boolean isEquals(int sign) {
        boolean compares = sign > 0 && "=<>!".indexOf(text.charAt(sign - 1)) >= 0 || text.startsWith("==", sign);
        return text.charAt(sign) == '=' && !compares;
    }

    /** Behind a name with its index and primes. */
    private int skipName(int from) {
        int i = from;
        while (i < end && isNamePart(text.charAt(i))) {
            boolean isIndex = text.startsWith("_{", i) && text.indexOf('}', i) > 0;
            i = isIndex ? Math.min(end, text.indexOf('}', i) + 1) : i + 1;
        }
        while (i > from && i < end && "'\u2032".indexOf(text.charAt(i)) >= 0) {
            i++;
        }
        return i;
    }

    private static boolean isNamePart(char c) {
        boolean isLowered = c >= '\u2080' && c <= '\u2089';
        return Character.isLetterOrDigit(c) || "_∂".indexOf(c) >= 0 || isLowered;
    }

    private void quantityStep() {
        int behindAngle = behindAngle();
        if (behindAngle > at) {
            at = behindAngle - 1;
            requireUnitOfAngle();
            put("∠", 1);
            return;
        }
        char c = text.charAt(at);
        if (c == '∠' || c == '<' && !text.startsWith("<=", at)) {
            requireUnitOfAngle();
        }
        boolean list = text.indexOf(',', at) >= 0 || text.indexOf(';', at) >= 0;
        if (c == 'j' && !isInName() && isDigit(skipSpaces(at + 1))) {
            at = skipSpaces(at + 1);
            number();
            at--;
            put("j", 1);
        } else if (c == '<' && !text.startsWith("<=", at)) {
            put("∠", 1);
        } else if ("[{".indexOf(c) >= 0 && !list && (!isInName() || isBehindNumber())) {
            open++;
            put("(", 1);
        } else if ("]}".indexOf(c) >= 0 && !list) {
            open--;
            put(")", 1);
        } else {
            step();
        }
    }

    /** Where the number of an angle begins behind the words for it that stand here, behind a magnitude; or −1. */
    private int behindAngle() {
        boolean isTried = at > 0 && isBlank(at) && isBlank(at - 1); // with the blank before this one
        if (isTried || spelled.toString().isBlank()) {
            return -1;
        }
        Matcher words = AT_AN_ANGLE.matcher(text).region(at, end);
        words.useTransparentBounds(true);
        return words.lookingAt() && words.end() < end ? words.end() : -1;
    }

    private boolean isBlank(int place) {
        return text.charAt(place) == ' ';
    }

    /** An angle above 2π without a unit is hardly one in radians. */
    private void requireUnitOfAngle() {
        int from = skipSpaces(at + 1);
        int to = from;
        while (to < end && "+-−.0123456789".indexOf(text.charAt(to)) >= 0) {
            to++;
        }
        String rest = text.substring(to, end).strip();
        boolean unit = rest.startsWith("°") || rest.startsWith("deg") || rest.startsWith("rad");
        String number = text.substring(from, to).replace('−', '-');
        if (!unit && !number.isEmpty() && isLarge(number)) {
            throw fault(from, "is this angle in degrees? Write ∠" + number + "° or ∠" + number + " rad");
        }
    }

    private static boolean isLarge(String number) {
        try {
            return Math.abs(Double.parseDouble(number)) > 2 * Math.PI;
        } catch (NumberFormatException e) {
            return false;
        }
    }

    private boolean isInName() {
        boolean isBehindTimes = spelled.length() > 0 && spelled.charAt(spelled.length() - 1) == '*'; // 1.6x10-19
        return at > 0 && isWordPart(text.charAt(at - 1)) && !isBehindTimes;
    }

    /** Whether a term ends before the blanks that stand here: {@code Vp [cos(x) - 1]}; without them it would be an index. */
    private boolean isBehindTerm() {
        String before = text.substring(0, at);
        int last = before.stripTrailing().length();
        int first = last;
        while (first > 0 && isWordPart(text.charAt(first - 1))) {
            first--;
        }
        boolean isWord = first < last && !JOINING.contains(text.substring(first, last));
        return last < at && last > 0 && (isWord || text.charAt(last - 1) == ')');
    }

    /** Where the bracket closes that opens here, if it groups one term and holds no list; otherwise −1. */
    private int closing(int opening) {
        int depth = 0;
        for (int i = opening; i < end; i++) {
            char c = text.charAt(i);
            depth += "([{".indexOf(c) >= 0 ? 1 : ")]}".indexOf(c) >= 0 ? -1 : 0;
            if (depth == 0) {
                return i;
            }
            if (depth == 1 && ",;".indexOf(c) >= 0) {
                return -1;
            }
        }
        return -1;
    }

    /** Whether a number ends here, and no name that has digits. */
    private boolean isBehindNumber() {
        int start = at;
        while (start > 0 && isWordPart(text.charAt(start - 1))) {
            start--;
        }
        return start < at && text.substring(start, at).chars().allMatch(Character::isDigit);
    }

    private void step() {
        char c = text.charAt(at);
        if (isDigit(at) && !isInName()) {
            number();
        } else if (superscript(c) >= 0 || c == '⁻' && at + 1 < end && superscript(text.charAt(at + 1)) >= 0) {
            power();
        } else if (isTimesTen()) {
            put("*", 1);
        } else if (c == '∞') {
            put("inf", 1);
        } else if (c == '√') {
            root();
        } else if (c == '[' && (isBehindNumber() || isBehindTerm()) && closing(at) > 0) {
            grouped.add(closing(at));
            open++;
            put("(", 1);
        } else if (grouped.contains(at)) {
            open--;
            put(")", 1);
        } else {
            open += "([{".indexOf(c) >= 0 ? 1 : ")]}".indexOf(c) >= 0 ? -1 : 0;
            put(String.valueOf(c), 1);
        }
    }

    // ---- digits

    private void number() {
        int start = at;
        digits();
        if (open == 0 && isSeparated(at, ",")) {
            groups(start, ",");
        } else if (isSeparated(at, SPACES)) {
            groups(start, SPACES);
        }
        if (at + 1 < end && text.charAt(at) == '.' && isDigit(at + 1)) {
            put(".", 1);
            int fraction = at;
            digits();
            if (open == 0 && isSeparated(at, ",")) {
                throw fault(start, "which of these is the decimal point? Write 1234.5");
            }
            if (isSeparated(at, SPACES)) {
                groups(fraction, SPACES);
            }
        }
        requireClearPoint(start);
        requireNoDoubt(start);
        exponent();
        requireOnePoint(start);
        requireOnePower(start);
    }

    /** {@code 22·83} is 22.83 where decimals have a raised point, and a product elsewhere. */
    private void requireClearPoint(int start) {
        boolean raised = isOne && at + 1 < end && "·\u2219".indexOf(text.charAt(at)) >= 0 && isDigit(at + 1);
        int last = at + 1;
        while (isDigit(last)) {
            last++;
        }
        boolean isPower = raised
                && text.startsWith("10", at + 1)
                && last == at + 3
                && last < end
                && ("^*⁻" + SUPERSCRIPTS).indexOf(text.charAt(last)) >= 0;
        if (raised && !isPower && text.substring(start, at).indexOf('.') < 0) {
            String left = text.substring(start, at);
            String right = text.substring(at + 1, last);
            throw fault(start, "is this " + left + "." + right + " or " + left + "*" + right + "? Write it so");
        }
    }

    /** {@code 1.52(3)} is 1.52 give or take 0.03 for metrologists, and a product for others. */
    private void requireNoDoubt(int start) {
        int last = at + 1;
        while (isDigit(last)) {
            last++;
        }
        boolean doubted =
                isOne && at < end && text.charAt(at) == '(' && last > at + 1 && last < end && text.charAt(last) == ')';
        if (doubted) {
            throw fault(
                    start,
                    "is this a product, or are the digits in brackets in doubt? Write " + text.substring(start, at)
                            + "*" + text.substring(at + 1, last) + ", or " + text.substring(start, at));
        }
    }

    /** {@code 4k7} may be 4.7k, or a name was forgotten to be multiplied. */
    private void requireOnePoint(int start) {
        if (at + 1 < end && POINTS.indexOf(text.charAt(at)) >= 0 && isDigit(at + 1)) {
            String letter = text.charAt(at) == 'R' ? "" : String.valueOf(text.charAt(at));
            int last = at + 1;
            while (isDigit(last)) {
                last++;
            }
            throw fault(
                    start,
                    "is this " + text.substring(start, at) + "." + text.substring(at + 1, last) + letter
                            + "? Write it so");
        }
    }

    /** {@code 1.6 × 10−19}, and {@code 10−6 F} alone, are differences as they stand, and hardly meant. */
    private void requireOnePower(int start) {
        boolean ten = text.substring(start, at).equals("10");
        boolean signed = at + 1 < end && "+-−–".indexOf(text.charAt(at)) >= 0 && isDigit(at + 1);
        if (!ten || !signed) {
            return;
        }
        int last = at + 1;
        while (isDigit(last)) {
            last++;
        }
        String behind = text.substring(last, end).strip();
        boolean isAll = spelled.toString().strip().equals("10") && (behind.isEmpty() || Units.parse(behind) != null);
        if (isTimesBefore() || isAll) {
            String exponent = text.substring(at, last).replace('−', '-').replace('–', '-');
            throw fault(start, "is this 10^" + exponent + "? Write it so");
        }
    }

    private boolean isTimesBefore() {
        String before = spelled.substring(0, spelled.length() - 2).stripTrailing();
        return !before.isEmpty() && "*×·".indexOf(before.charAt(before.length() - 1)) >= 0;
    }

    private void digits() {
        while (isDigit(at)) {
            put(text.substring(at, at + 1), 1);
        }
    }

    /** Whether one of {@code marks} stands here between two digits. */
    private boolean isSeparated(int i, String marks) {
        return i < end && marks.indexOf(text.charAt(i)) >= 0 && isDigit(i + 1) && !isOneOfUnit(i + 1);
    }

    /** Whether a unit such as {@code 1/s} stands here. */
    private boolean isOneOfUnit(int i) {
        return text.startsWith("1/", i)
                && i + 2 < end
                && (Character.isLetter(text.charAt(i + 2)) || text.charAt(i + 2) == '(');
    }

    /** Groups of three digits behind a first one, all of which are one number. */
    private void groups(int start, String marks) {
        int first = at - start;
        int count = 0;
        boolean whole = first <= GROUP && (text.charAt(start) != '0' || isFraction(start));
        int last = GROUP;
        while (isSeparated(at, marks)) {
            whole &= last == GROUP;
            at++;
            int from = at;
            digits();
            last = at - from;
            count++;
        }
        boolean threes = isFraction(start) ? first == GROUP && last <= GROUP : last == GROUP;
        if (marks.equals(",")) {
            boolean pointed = at + 1 < end && text.charAt(at) == '.' && isDigit(at + 1);
            if (!whole || !threes || count == 1 && !pointed) {
                throw fault(start + first, comma(start, first, whole && threes, count));
            }
        } else if (!whole || !threes) {
            throw fault(start, "two numbers stand side by side; is an operator missing?");
        }
    }

    private boolean isFraction(int start) {
        return start > 0 && text.charAt(start - 1) == '.';
    }

    private String comma(int start, int first, boolean couldGroup, int count) {
        String groups = text.substring(start, at);
        if (count > 1) {
            return "are these groups of digits? Write " + groups.replace(",", "")
                    + (isOne ? "" : ", or [" + groups.replace(",", ", ") + "] for a list");
        }
        String left = text.substring(start, start + first);
        String right = text.substring(start + first + 1, at).replace(",", "");
        String point = left + "." + right;
        return couldGroup
                ? "is this " + point + " or " + left + right + "? Write it without the comma"
                : isOne
                        ? "is this a decimal point? Write " + point
                        : "is this a decimal point, or are these two numbers? Write " + point + ", or [" + left + ", "
                                + right + "]";
    }

    private void exponent() {
        boolean marked = at + 1 < end && "eE".indexOf(text.charAt(at)) >= 0;
        int digit = marked && "+-−".indexOf(text.charAt(at + 1)) >= 0 ? at + 2 : at + 1;
        if (marked && isDigit(digit)) {
            put("e", 1);
            if (at < digit) {
                put(text.charAt(at) == '+' ? "+" : "-", 1);
            }
            digits();
        }
    }

    // ---- signs

    /** Whether an x here, behind a number and before 10, means times; {@code 0x10} is a number in base 16. */
    private boolean isTimesTen() {
        if ("xX".indexOf(text.charAt(at)) < 0 || spelled.length() == 0) {
            return false;
        }
        String before = spelled.toString().stripTrailing();
        boolean number = !before.isEmpty() && Character.isDigit(before.charAt(before.length() - 1));
        int next = skipSpaces(at + 1);
        boolean ten = text.startsWith("10", next) && !isDigit(next + 2);
        boolean based = before.equals("0") && before.length() == spelled.length() && next == at + 1;
        return number && ten && !based;
    }

    private void power() {
        put("^", 0);
        if (text.charAt(at) == '⁻') {
            put("-", 1);
        }
        while (at < end && superscript(text.charAt(at)) >= 0) {
            put(String.valueOf(superscript(text.charAt(at))), 1);
        }
    }

    private void root() {
        put("sqrt", 1);
        if (isDigit(at)) {
            put("(", 0);
            number();
            put(")", 0);
        }
    }

    private static int superscript(char c) {
        return SUPERSCRIPTS.indexOf(c);
    }

    private static boolean isWordPart(char c) {
        return Character.isLetter(c) || c == '_' || c >= '0' && c <= '9';
    }

    private boolean isDigit(int i) {
        return i < end && text.charAt(i) >= '0' && text.charAt(i) <= '9';
    }

    private int skipSpaces(int from) {
        int i = from;
        while (i < end && SPACES.indexOf(text.charAt(i)) >= 0) {
            i++;
        }
        return i;
    }

    /** Writes {@code part} for the next {@code length} characters. */
    private void put(String part, int length) {
        for (int i = 0; i < part.length(); i++) {
            origins.add(Math.min(at, end - 1));
        }
        spelled.append(part);
        at += length;
    }

    private ExpressionFault fault(int start, String message) {
        return new ExpressionFault(new Span(start, Math.max(at, start + 1)), message);
    }
}

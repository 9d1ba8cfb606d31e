package org.ansatz.expression.syntax;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ansatz.quantity.Units;
import org.jspecify.annotations.Nullable;

/**
 * Several quantities as a person writes them beside each other: the numbers of a set, {@code 2, 7 and 11 kHz}; the ends of an
 * interval, {@code between 24 and 36 V}, {@code 1/3 < |z| < 3}; parts with their names, {@code R = 4.7 kohm, C = 1 uF}.
 */
public final class Listing {

    private static final List<String> ABOVE = List.of(
            "greater than",
            "more than",
            "larger than",
            "higher than",
            "above",
            "over",
            "at least",
            "no less than",
            "not less than");
    private static final List<String> BELOW = List.of(
            "smaller than",
            "less than",
            "lower than",
            "below",
            "under",
            "at most",
            "no more than",
            "not more than",
            "up to");
    private static final List<String> OR_ABOVE = List.of(
            "or more",
            "or above",
            "or greater",
            "or higher",
            "or larger",
            "and above",
            "and more",
            "and up",
            "upwards");
    private static final List<String> OR_BELOW =
            List.of("or less", "or below", "or smaller", "or lower", "and below", "and less", "downwards");
    private static final List<String> CONJUNCTIONS = List.of(" and ", " or ", " & ");
    private static final List<String> NOTHING =
            List.of("none", "nothing", "empty", "the empty set", "∅", "no solution");
    private static final String COMPARED = "<>≤≥";
    private static final String INFINITE = "inf";
    private static final List<String> INFINITY = List.of("infinity", INFINITE, "∞");

    private static final Pattern OPEN = Pattern.compile("\\?+|\\.{2,}|…|[-\u2013\u2014\u2212]+");

    /** A name with what follows the name of a part. */
    private static final Pattern LABEL = Pattern.compile("([\\p{L}_][\\p{L}\\p{N}_]*)\\s*(?:=(?!=)|:)");

    /** Letters, digits, or what joins them, in a name. */
    private static final Pattern PART = Pattern.compile("\\d+|_+|[^\\d_]+");

    /** What stands between the name of an end and its value. */
    private static final String OF_END = "(?:\\s+(?:end|value|limit))?(?:\\s*[=:]\\s*|\\s+(?:is\\s+)?)";

    /** An interval by the names that papers and quizzes give to the places for its ends. */
    private static final Pattern NAMED = Pattern.compile(
            "(?:lower|lowest|low|minimum|min|smallest|least|\\p{L}_?\\{?min\\}?)" + OF_END
                    + "(.+?)\\s*[,;\\s]\\s*(?:and\\s+)?"
                    + "(?:upper|highest|high|maximum|max|largest|greatest|\\p{L}_?\\{?max\\}?)" + OF_END + "(.+)",
            Pattern.CASE_INSENSITIVE);

    /** At how many places two comparisons are parted at most. */
    private static final int MOST_JOINTS = 8;

    /** What joins two comparisons that both hold. */
    private static final Pattern BOTH =
            Pattern.compile("\\s+and\\s+|\\s*(?:[,;&∧]|&&)\\s*(?:and\\s+)?", Pattern.CASE_INSENSITIVE);

    private static final Pattern PLUS_MINUS = Pattern.compile("±|\\+/-");
    private static final Pattern BARE = Pattern.compile("[-+\u2212]?[0-9.]+(?:[eE][-+\u2212]?[0-9]+)?");

    private Listing() {}

    /**
     * One quantity.
     *
     * @param text as written
     * @param start where it stands
     */
    public record Item(String text, int start) {

        /** What a person typed, without white space or a full stop around it. */
        private static Item of(String typed) {
            String text = Wording.narrow(typed);
            return new Item(text, 0).part(0, Wording.end(text));
        }

        /** The part from one offset to another, without white space around it. */
        private Item part(int from, int to) {
            String part = text.substring(from, to);
            return new Item(
                    part.strip(),
                    start + from + part.length() - part.stripLeading().length());
        }

        private Item from(int from) {
            return part(from, text.length());
        }

        /** Where the bracket closes with which the text opens and, but for a unit, ends; or −1. */
        private int close(String opening, String closing) {
            int close = -1;
            for (int i = 0; i < text.length(); i++) {
                close = closing.indexOf(text.charAt(i)) >= 0 ? i : close;
            }
            boolean encloses = close > 0 && opening.indexOf(text.charAt(0)) >= 0;
            String unit = encloses ? text.substring(close + 1).strip() : "";
            return encloses && (unit.isEmpty() || Units.parse(unit) != null) ? close : -1;
        }

        /** Whether the bracket that opens the text is closed at {@code close} and parts several things: {@code (2, 7)}. */
        private boolean isTuple(int close) {
            int depth = 0;
            boolean parted = false;
            for (int i = 0; i < close; i++) {
                char c = text.charAt(i);
                depth += "([{".indexOf(c) >= 0 ? 1 : ")]}".indexOf(c) >= 0 ? -1 : 0;
                if (depth == 0) {
                    return false;
                }
                parted |= depth == 1 && ",;".indexOf(c) >= 0;
            }
            return parted;
        }

        /** The two numbers that one sign {@code ±} stands for, the lower one last if there is one; otherwise the number itself. */
        private List<Item> bothSigns() {
            Matcher sign = PLUS_MINUS.matcher(text);
            if (!sign.find()) {
                return List.of(this);
            }
            String before = text.substring(0, sign.start()).strip();
            String behind = text.substring(sign.end()).strip();
            if (sign.find()) {
                return List.of(this);
            }
            Matcher number = BARE.matcher(behind);
            boolean inside = before.chars().filter(c -> c == '(').count()
                    > before.chars().filter(c -> c == ')').count();
            if (inside) {
                return List.of(new Item(before + "+" + behind, start), new Item(before + "-" + behind, start));
            }
            if (before.isEmpty()) {
                return List.of(new Item(behind, start), new Item("-" + behind, start));
            }
            String unit = BARE.matcher(before).matches() && number.lookingAt() ? behind.substring(number.end()) : "";
            String other = behind.substring(0, behind.length() - unit.length());
            String tail = unit.isBlank() ? "" : " " + unit.strip();
            return List.of(
                    new Item("(" + alone(before) + " + " + alone(other) + ")" + tail, start),
                    new Item("(" + alone(before) + " - " + alone(other) + ")" + tail, start));
        }

        /** A number as it is, and anything else in brackets. */
        private static String alone(String text) {
            return BARE.matcher(text).matches() ? text : "(" + text.strip() + ")";
        }

        /** Whether nothing is claimed here, as people mark it where they know the others: {@code ?}, {@code …}, a dash, {@code ? V}. */
        public boolean isOpen() {
            boolean unit =
                    text.startsWith("? ") && Units.parse(text.substring(1).strip()) != null;
            return unit || OPEN.matcher(text).matches();
        }

        /** Whether it is infinite without a unit, and so in any. */
        public boolean isBareInfinity() {
            return text.equals(INFINITE) || text.equals("-" + INFINITE);
        }

        /** The quantities inside a bracket; a unit behind it is that of the last. */
        private List<Item> inside(int close) {
            List<Item> items = new ArrayList<>(separated(part(1, close)));
            String unit = text.substring(close + 1).strip();
            if (!unit.isEmpty() && !items.isEmpty()) {
                Item last = items.remove(items.size() - 1);
                items.add(new Item(last.text() + " " + unit, last.start()));
            }
            return items;
        }

        /** What stands behind the first or last sign that says what something is, {@code x = 2}, {@code x ∈ {2, 7}}. */
        private Item behindSign(boolean last) {
            int found = -1;
            for (int i = 0; i < text.length() && (last || found < 0); i++) {
                found = "=∈".indexOf(text.charAt(i)) >= 0 ? i : found;
            }
            return found < 0 ? this : from(found + 1);
        }

        /** Whether it is {@code x}, {@code |z|} or {@code abs(z)}. */
        private boolean isName() {
            boolean magnitude = text.startsWith("|") && text.endsWith("|") && text.length() > 2;
            boolean absolute = text.startsWith("abs(") && text.endsWith(")");
            String name = magnitude
                    ? text.substring(1, text.length() - 1)
                    : absolute ? text.substring(4, text.length() - 1) : text;
            return !name.isEmpty()
                    && Character.isLetter(name.charAt(0))
                    && name.chars().allMatch(c -> Character.isLetterOrDigit(c) || c == '_');
        }

        private boolean isNumeric() {
            return text.chars().anyMatch(Character::isDigit)
                    || text.contains("pi")
                    || INFINITY.stream().anyMatch(text::contains);
        }

        /** {@code inf}, {@code -inf} or {@code inf ohm}, if that is meant; otherwise null. */
        public @Nullable Item infinite() {
            boolean signed = !text.isEmpty() && "+-−".indexOf(text.charAt(0)) >= 0;
            String size = (signed ? text.substring(1) : text).strip();
            for (String word : INFINITY) {
                boolean begins = size.regionMatches(true, 0, word, 0, word.length());
                String unit = begins ? size.substring(word.length()) : "";
                boolean ends =
                        unit.isBlank() || !Character.isLetter(unit.charAt(0)) && Units.parse(unit.strip()) != null;
                if (begins && ends) {
                    String sign = signed && text.charAt(0) != '+' ? "-" : "";
                    return new Item((sign + INFINITE + " " + unit.strip()).strip(), start);
                }
            }
            return null;
        }
    }

    // ---- sets

    /**
     * The numbers of a set; a sign {@code ±} before one stands for two.
     *
     * @throws ExpressionFault if a comma could part two numbers or group the digits of one
     */
    public static List<Item> ofSet(String typed) {
        Item numbers = Item.of(typed).behindSign(false);
        if (NOTHING.contains(numbers.text().toLowerCase(Locale.ROOT))) {
            return List.of();
        }
        int close = numbers.close("{[(", "}])");
        close = close > 0 && numbers.text().charAt(0) == '(' && !numbers.isTuple(close) ? -1 : close;
        List<Item> items = new ArrayList<>();
        for (Item each : close > 0 ? numbers.inside(close) : separated(numbers)) {
            Item item = each.behindSign(true); // x = 2 or x = 7
            items.addAll(item.bothSigns());
        }
        return items;
    }

    /** The quantities between semicolons, if there are any; otherwise between commas and conjunctions outside brackets. */
    private static List<Item> separated(Item whole) {
        boolean semicolons = whole.text().indexOf(';') >= 0;
        List<Item> items = new ArrayList<>();
        int depth = 0;
        int from = 0;
        for (int i = 0; i < whole.text().length(); i++) {
            char c = whole.text().charAt(i);
            depth += "([{".indexOf(c) >= 0 ? 1 : ")]}".indexOf(c) >= 0 ? -1 : 0;
            int length = depth > 0 ? 0 : semicolons ? (c == ';' ? 1 : 0) : separator(whole, i);
            if (length > 0) {
                add(items, whole.part(from, i));
                from = i + length;
                i = from - 1;
            }
        }
        add(items, whole.from(from));
        return items;
    }

    private static void add(List<Item> items, Item item) {
        if (!item.text().isEmpty()) {
            items.add(item);
        }
    }

    /** How long the separator is that begins here, or 0. */
    private static int separator(Item whole, int at) {
        if (whole.text().charAt(at) == ',') {
            requireClear(whole, at);
            return 1;
        }
        for (String conjunction : CONJUNCTIONS) {
            if (whole.text().regionMatches(true, at, conjunction, 0, conjunction.length())) {
                return conjunction.length();
            }
        }
        return 0;
    }

    private static void requireClear(Item whole, int comma) {
        int end = comma + 1;
        while (end < whole.text().length() && Character.isDigit(whole.text().charAt(end))) {
            end++;
        }
        boolean digitBefore = comma > 0 && Character.isDigit(whole.text().charAt(comma - 1));
        if (digitBefore && end == comma + 4) {
            Span span = new Span(whole.start() + comma, whole.start() + end);
            throw new ExpressionFault(span, "this comma could group digits or part two numbers; part them by '; '");
        }
    }

    // ---- intervals

    /** The two ends of an interval, infinite where none is said; null if this does not look like an interval. */
    public static @Nullable List<Item> ofInterval(String typed) {
        Item whole = Item.of(typed);
        List<Item> both = bothCompared(whole);
        List<Item> compared = both == null ? compared(whole) : both;
        if (compared != null) {
            return compared;
        }
        Matcher named = NAMED.matcher(whole.text());
        if (named.matches()) {
            return List.of(whole.part(named.start(1), named.end(1)), whole.part(named.start(2), named.end(2)));
        }
        int close = whole.close("[(]{", "])[}");
        if (close > 0) {
            List<Item> ends = whole.inside(close);
            return ends.size() == 2 ? ends : null;
        }
        List<Item> around = whole.behindSign(false).bothSigns();
        if (around.size() == 2) {
            return List.of(around.get(1), around.get(0));
        }
        Item low = oneSided(whole, ABOVE, OR_ABOVE);
        if (low != null) {
            return List.of(low, infinite("", low));
        }
        Item high = oneSided(whole, BELOW, OR_BELOW);
        return high != null ? List.of(infinite("-", high), high) : between(whole);
    }

    /**
     * The interval that a comparison of one name says, {@code 1/3 < |z| < 3}, as {@code 1/3..3}; null if this is something else.
     */
    public static @Nullable String intervalOf(String typed) {
        if (typed.chars().noneMatch(c -> COMPARED.indexOf(c) >= 0)) {
            return null;
        }
        Item whole = Item.of(typed);
        List<Item> ends = compared(whole);
        if (ends == null || typed.contains("==")) {
            return null;
        }
        List<Item> operands = operands(whole);
        Item name = operands.get(operands.size() == 3 || operands.get(0).isNumeric() ? 1 : 0);
        return name.isName() ? ends.get(0).text() + ".." + ends.get(1).text() : null;
    }

    /** What stands behind words of the first list or before those of the second, or null. */
    private static @Nullable Item oneSided(Item whole, List<String> before, List<String> after) {
        Item behind = behind(whole, before);
        if (behind != null) {
            return behind;
        }
        for (String words : after) {
            int at = whole.text().length() - words.length();
            if (at > 0 && whole.text().regionMatches(true, at, words, 0, words.length())) {
                Item number = whole.part(0, at);
                Item from = behind(number, List.of("from"));
                return from == null ? number : from;
            }
        }
        return null;
    }

    private static Item infinite(String sign, Item beside) {
        return new Item(sign + INFINITE, beside.start());
    }

    /** What stands behind one of these words, or null. */
    private static @Nullable Item behind(Item whole, List<String> words) {
        for (String word : words) {
            if (whole.text().toLowerCase(Locale.ROOT).startsWith(word + " ")) {
                return whole.from(word.length());
            }
        }
        return null;
    }

    /** What is compared with what. */
    private static List<Item> operands(Item whole) {
        List<Item> operands = new ArrayList<>();
        int from = 0;
        for (int i = 0; i < whole.text().length(); i++) {
            if (COMPARED.indexOf(whole.text().charAt(i)) >= 0) {
                operands.add(whole.part(from, i));
                i += whole.text().startsWith("=", i + 1) ? 1 : 0;
                from = i + 1;
            }
        }
        operands.add(whole.from(from));
        return operands;
    }

    /** {@code a < x < b}, {@code x > a}, {@code |z| < b}; null if nothing is compared. */
    private static @Nullable List<Item> compared(Item whole) {
        List<Item> operands = operands(whole);
        boolean rises = whole.text().indexOf('<') >= 0 || whole.text().indexOf('≤') >= 0;
        boolean falls = whole.text().indexOf('>') >= 0 || whole.text().indexOf('≥') >= 0;
        if (operands.size() < 2 || operands.size() > 3 || rises == falls) {
            return null;
        }
        if (falls) {
            java.util.Collections.reverse(operands);
        }
        if (operands.size() == 3) {
            return List.of(operands.get(0), operands.get(2));
        }
        Item low = operands.get(0);
        Item high = operands.get(1);
        if (low.isNumeric() == high.isNumeric()) {
            return null;
        }
        return low.isNumeric()
                ? List.of(low, infinite("", low))
                : List.of(isMagnitude(low) ? new Item("0", high.start()) : infinite("-", high), high);
    }

    /** The ends that two comparisons of one name say together, {@code f > 2 kHz and f < 7 kHz}; null if this is something else. */
    private static @Nullable List<Item> bothCompared(Item whole) {
        if (operands(whole).size() != 3) {
            return null;
        }
        Matcher and = BOTH.matcher(whole.text());
        for (int i = 0; i < MOST_JOINTS && and.find(); i++) {
            Item first = whole.part(0, and.start());
            Item second = whole.from(and.end());
            List<Item> one = compared(first);
            List<Item> other = compared(second);
            if (one == null || other == null || !isOneSided(first, second)) {
                continue;
            }
            if (one.get(1).isBareInfinity() && other.get(0).isBareInfinity()) {
                return List.of(one.get(0), other.get(1));
            }
            if (one.get(0).isBareInfinity() && other.get(1).isBareInfinity()) {
                return List.of(other.get(0), one.get(1));
            }
        }
        return null;
    }

    /** Whether each of them compares one number with the same name. */
    private static boolean isOneSided(Item first, Item second) {
        List<Item> a = operands(first);
        List<Item> b = operands(second);
        if (a.size() != 2 || b.size() != 2) {
            return false;
        }
        Item name = a.get(a.get(0).isName() ? 0 : 1);
        return name.isName() && b.stream().anyMatch(other -> other.text().equals(name.text()));
    }

    private static boolean isMagnitude(Item item) {
        return item.text().startsWith("|") || item.text().startsWith("abs(");
    }

    /** What {@code |x| < 3 V} says of a real number: {@code -(3 V) < x < 3 V}; null if it is something else. */
    public static @Nullable String aroundZero(String typed) {
        List<Item> operands = operands(new Item(typed.strip(), 0));
        boolean falls = typed.indexOf('>') >= 0 || typed.indexOf('≥') >= 0;
        if (operands.size() != 2 || !isMagnitude(operands.get(falls ? 1 : 0))) {
            return null;
        }
        String bound = operands.get(falls ? 0 : 1).text();
        return "-(" + bound + ") < x < " + bound;
    }

    /** {@code 24 to 36 V}, {@code between 24 and 36 V}, {@code 24..36 V}, {@code 24–36 V}; null if nothing parts two ends. */
    private static @Nullable List<Item> between(Item whole) {
        Item named = behind(whole, List.of("between"));
        Item from = behind(whole, List.of("from"));
        Item ends = named != null ? named : from != null ? from : whole;
        for (String parting :
                named != null ? List.of(" and ", " to ", " & ") : List.of(" to ", "..", "…", "–", "—", " and ")) {
            int at = ends.text().indexOf(parting);
            if (at > 0) {
                return List.of(ends.part(0, at), ends.from(at + parting.length()));
            }
        }
        int dash = dash(ends.text());
        return dash > 0 ? List.of(ends.part(0, dash), ends.from(dash + 1)) : null;
    }

    /** The only minus sign that is no sign of a number or an exponent, or −1. */
    private static int dash(String text) {
        int found = -1;
        for (int i = 1; i < text.length(); i++) {
            String before = text.substring(0, i).stripTrailing();
            char last = before.isEmpty() ? '-' : before.charAt(before.length() - 1);
            boolean exponent = (last == 'e' || last == 'E')
                    && before.length() > 1
                    && Character.isDigit(before.charAt(before.length() - 2));
            if ("-\u2212".indexOf(text.charAt(i)) >= 0 && Character.isLetterOrDigit(last) && !exponent) {
                if (found > 0) {
                    return -1;
                }
                found = i;
            }
        }
        return found;
    }

    // ---- parts

    /**
     * Parts, each with its name, in any order; or all without, in theirs.
     *
     * @throws ExpressionFault if one is missing or there twice, there are more, or a name is that of none
     */
    public static Map<String, Item> ofParts(String typed, List<String> names) {
        Item whole = Item.of(typed);
        Map<Integer, Label> defined = new TreeMap<>();
        for (String name : names) {
            boolean isOnly = names.stream().filter(name::equalsIgnoreCase).count() == 1;
            define(whole.text(), name, isOnly, defined);
        }
        return defined.isEmpty() ? inOrder(whole, names) : named(whole, names, defined);
    }

    /** Whether a line begins with the name of a part before its value. */
    public static boolean isOfPart(String line, List<String> names) {
        Map<Integer, Label> defined = new TreeMap<>();
        String text = line.strip();
        names.forEach(name -> define(text, name, true, defined));
        return defined.containsKey(0);
    }

    private static Map<String, Item> inOrder(Item whole, List<String> names) {
        int close = whole.close("([{", ")]}");
        List<Item> items = close > 0 && whole.isTuple(close) ? whole.inside(close) : separated(whole);
        for (Item item : items) {
            Matcher label = LABEL.matcher(item.text());
            if (label.lookingAt()) {
                throw new ExpressionFault(
                        new Span(item.start(), item.start() + label.group(1).length()),
                        "'" + label.group(1) + "' is none of the parts; they are " + String.join(", ", names));
            }
        }
        if (items.size() != names.size()) {
            throw new ExpressionFault(
                    new Span(0, whole.start() + whole.text().length()),
                    names.size() + " parts are asked for, " + String.join(", ", names) + ", and "
                            + (items.size() == 1 ? "this is one" : "these are " + items.size()) + "; write "
                            + names.get(0) + " = …, " + names.get(1) + " = …");
        }
        Map<String, Item> parts = new LinkedHashMap<>();
        for (int i = 0; i < names.size(); i++) {
            parts.put(names.get(i), items.get(i));
        }
        return parts;
    }

    private static Map<String, Item> named(Item whole, List<String> names, Map<Integer, Label> defined) {
        Map<String, Item> parts = new LinkedHashMap<>();
        List<Integer> starts = new ArrayList<>(defined.keySet());
        for (int i = 0; i < starts.size(); i++) {
            int start = starts.get(i);
            int end = i + 1 < starts.size() ? starts.get(i + 1) : whole.text().length();
            Label label = Objects.requireNonNull(defined.get(start));
            String name = label.name();
            Item value = withoutSeparator(whole.part(label.behind(), end));
            if (parts.put(name, value) != null) {
                throw new ExpressionFault(
                        new Span(whole.start() + start, whole.start() + label.end()), name + " is given twice");
            }
        }
        for (String name : names) {
            if (!parts.containsKey(name)) {
                throw new ExpressionFault(
                        new Span(0, whole.start() + whole.text().length()), "the part " + name + " is missing");
            }
        }
        return parts;
    }

    private static Item withoutSeparator(Item item) {
        int end = item.text().length();
        if (item.text().toLowerCase(Locale.ROOT).endsWith(" and")) {
            end -= " and".length();
        }
        String rest = item.text().substring(0, end).stripTrailing();
        return item.part(0, rest.endsWith(",") || rest.endsWith(";") ? rest.length() - 1 : rest.length());
    }

    /**
     * The name of a part before its value.
     *
     * @param end where the name ends
     * @param behind where the value begins
     */
    private record Label(String name, int end, int behind) {}

    /**
     * Notes where {@code name =}, {@code name:} or {@code name is} stands as a word of its own, in any case of letters if that is
     * no other's.
     */
    private static void define(String text, String name, boolean inAnyCase, Map<Integer, Label> defined) {
        Matcher label = Pattern.compile(
                        "(?<![\\p{L}\\p{N}_\\\\])(?<name>" + printed(name) + ")(?: *(?:=(?!=)|[:" + Wording.NEARLY
                                + "])| +is )",
                        inAnyCase ? Pattern.CASE_INSENSITIVE : 0)
                .matcher(text);
        while (label.find()) {
            defined.put(label.start(), new Label(name, label.end("name"), label.end()));
        }
    }

    /** A name as books print it, as a pattern: {@code w0} as ω₀ and \omega_0, {@code R1} as R₁, {@code beta} as β. */
    private static String printed(String name) {
        StringBuilder pattern = new StringBuilder();
        Matcher part = PART.matcher(name);
        while (part.find()) {
            String written = part.group();
            if (Character.isDigit(written.charAt(0))) {
                pattern.append(pattern.length() == 0 ? "" : "_?\\{?");
                written.chars()
                        .forEach(digit -> pattern.append('[')
                                .append((char) digit)
                                .append((char) (digit - '0' + '₀'))
                                .append(']'));
            } else if (written.startsWith("_")) {
                pattern.append("_+\\{?");
            } else {
                String greek = Greek.LETTERS.getOrDefault(written, written.equals("w") ? "ω|\\\\omega" : "");
                String latin = "\\\\?" + Pattern.quote(written);
                pattern.append(greek.isEmpty() ? Pattern.quote(written) : "(?:" + latin + "|" + greek + ")");
            }
        }
        return pattern + "\\}?";
    }
}

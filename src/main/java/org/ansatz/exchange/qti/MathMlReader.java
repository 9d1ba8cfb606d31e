package org.ansatz.exchange.qti;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.ansatz.typeset.Formula;
import org.ansatz.xml.Element;
import org.jspecify.annotations.Nullable;

/** Formulas from presentation MathML (MathML Core, W3C). */
final class MathMlReader {

    private static final Formula SPACE = new Formula.Symbols(" ");
    private static final Formula NOTHING = new Formula.Row(List.of());
    private static final String OPEN = "([{|";
    private static final String CLOSE = ")]}|";

    /** Signs above a letter, as characters that join it. */
    private static final Map<String, String> ACCENTS = Map.ofEntries(
            Map.entry("¯", "\u0304"),
            Map.entry("‾", "\u0304"),
            Map.entry("^", "\u0302"),
            Map.entry("ˆ", "\u0302"),
            Map.entry("~", "\u0303"),
            Map.entry("˜", "\u0303"),
            Map.entry("→", "\u20d7"),
            Map.entry("⃗", "\u20d7"),
            Map.entry("˙", "\u0307"),
            Map.entry("¨", "\u0308"));

    private MathMlReader() {}

    /** The formula of an element {@code math}; null if there is something in it that is not known here. */
    static @Nullable Formula formula(Element math) {
        return row(math.children());
    }

    private static @Nullable Formula row(List<Element> elements) {
        List<Formula> parts = new ArrayList<>();
        for (Element element : elements) {
            Formula part = part(element);
            if (part == null) {
                return null;
            }
            parts.add(part);
        }
        int last = parts.size() - 1;
        boolean isFenced = last > 1 && isSign(elements.get(0), OPEN) && isSign(elements.get(last), CLOSE);
        if (!isFenced) {
            return parts.size() == 1 ? parts.get(0) : new Formula.Row(parts);
        }
        Formula inside = last == 2 ? parts.get(1) : new Formula.Row(parts.subList(1, last));
        char open = elements.get(0).text().strip().charAt(0);
        char close = elements.get(last).text().strip().charAt(0);
        return fenced(open, inside, close);
    }

    private static boolean isSign(Element element, String signs) {
        String text = element.text().strip();
        return element.name().equals("mo") && text.length() == 1 && signs.contains(text);
    }

    /** A matrix brings its own brackets. */
    private static Formula fenced(char open, Formula inside, char close) {
        boolean isMatrix = inside instanceof Formula.Matrix && open == '[' && close == ']';
        return isMatrix ? inside : new Formula.Fenced(open, inside, close);
    }

    private static @Nullable Formula part(Element element) {
        List<Element> children = element.children();
        return switch (element.name()) {
            case "mi", "mn", "mo", "mtext" -> symbols(element);
            case "mspace" -> SPACE;
            case "mrow", "mstyle", "mpadded" -> row(children);
            case "semantics" -> children.isEmpty() ? NOTHING : part(children.get(0));
            case "mfrac" -> {
                List<Formula> both = parts(children, 2);
                yield both == null ? null : new Formula.Fraction(both.get(0), both.get(1));
            }
            case "msqrt" -> {
                Formula radicand = row(children);
                yield radicand == null ? null : new Formula.Root(radicand);
            }
            case "mroot" -> root(children);
            case "msub", "munder" -> {
                List<Formula> both = parts(children, 2);
                yield both == null ? null : new Formula.Scripted(both.get(0), both.get(1), null);
            }
            case "msup" -> {
                List<Formula> both = parts(children, 2);
                yield both == null ? null : new Formula.Scripted(both.get(0), null, both.get(1));
            }
            case "mover" -> over(children);
            case "msubsup", "munderover" -> {
                List<Formula> all = parts(children, 3);
                yield all == null ? null : new Formula.Scripted(all.get(0), all.get(1), all.get(2));
            }
            case "mfenced" -> fenced(element);
            case "mtable" -> matrix(children);
            default -> null;
        };
    }

    private static Formula symbols(Element element) {
        String text = element.text().strip().replaceAll("\\s+", " ").replaceAll("[\\u2061-\\u2064]", "");
        return text.isEmpty() ? SPACE : new Formula.Symbols(text.equals("−") ? "-" : text);
    }

    /** As many formulas as there must be; null if there are not, or one is not known. */
    private static @Nullable List<Formula> parts(List<Element> elements, int count) {
        List<Formula> parts = new ArrayList<>();
        for (Element element : elements) {
            Formula part = part(element);
            if (part == null) {
                return null;
            }
            parts.add(part);
        }
        return parts.size() == count ? parts : null;
    }

    private static @Nullable Formula root(List<Element> children) {
        List<Formula> both = parts(children, 2);
        if (both == null) {
            return null;
        }
        Formula exponent = new Formula.Fraction(new Formula.Symbols("1"), both.get(1));
        return new Formula.Scripted(new Formula.Fenced('(', both.get(0), ')'), null, exponent);
    }

    private static @Nullable Formula over(List<Element> children) {
        List<Formula> both = parts(children, 2);
        if (both == null) {
            return null;
        }
        String accent = ACCENTS.get(children.get(1).text().strip());
        boolean isAccent = accent != null && both.get(0) instanceof Formula.Symbols;
        return isAccent
                ? new Formula.Symbols(both.get(0).line() + accent)
                : new Formula.Scripted(both.get(0), null, both.get(1));
    }

    private static @Nullable Formula fenced(Element element) {
        String open = element.attributes().getOrDefault("open", "(");
        String close = element.attributes().getOrDefault("close", ")");
        String separators = element.attributes().getOrDefault("separators", ",").strip();
        List<Formula> parts = new ArrayList<>();
        for (Element child : element.children()) {
            Formula part = part(child);
            if (part == null) {
                return null;
            }
            if (!parts.isEmpty() && !separators.isEmpty()) {
                parts.add(new Formula.Symbols(separators.substring(0, 1)));
            }
            parts.add(part);
        }
        boolean isKnown = open.length() == 1 && OPEN.contains(open) && close.length() == 1 && CLOSE.contains(close);
        Formula inside = parts.size() == 1 ? parts.get(0) : new Formula.Row(parts);
        return isKnown ? fenced(open.charAt(0), inside, close.charAt(0)) : null;
    }

    private static @Nullable Formula matrix(List<Element> children) {
        List<List<Formula>> rows = new ArrayList<>();
        for (Element row : children) {
            List<Formula> entries = new ArrayList<>();
            for (Element entry : row.children()) {
                Formula formula = row(entry.children());
                if (!entry.name().equals("mtd") || formula == null) {
                    return null;
                }
                entries.add(formula);
            }
            if (!row.name().equals("mtr") || entries.size() != row.children().size()) {
                return null;
            }
            rows.add(entries);
        }
        return rows.isEmpty() ? null : new Formula.Matrix(rows);
    }
}

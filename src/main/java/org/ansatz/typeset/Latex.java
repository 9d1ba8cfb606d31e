package org.ansatz.typeset;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A formula in the mathematics of LaTeX with the package amsmath. */
public final class Latex implements Formula.Cases<String> {

    private static final Latex WRITER = new Latex();

    /** Functions that LaTeX sets upright by themselves. */
    private static final Set<String> FUNCTIONS = Set.of(
            "arccos", "arcsin", "arctan", "arg", "cos", "cosh", "cot", "det", "dim", "exp", "gcd", "inf", "lim", "ln",
            "log", "max", "min", "sec", "sin", "sinh", "sup", "tan", "tanh");

    private static final String RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻";
    private static final String LOWERED = "₀₁₂₃₄₅₆₇₈₉₊₋";
    private static final String PLAIN = "0123456789+-";

    private Latex() {}

    /** The formula, without dollar signs. */
    public static String of(Formula formula) {
        return formula.fold(WRITER).strip();
    }

    /** Words as they are to be read in the text of a document. */
    public static String words(String text) {
        return written(text, false);
    }

    @Override
    public String ofSymbols(Formula.Symbols symbols) {
        String text = symbols.text();
        if (text.isBlank()) {
            return text.length() > 1 ? "\\quad " : " "; // TeX sets the spaces between signs itself
        }
        boolean isWord = text.codePointCount(0, text.length()) > 1
                && text.codePoints().allMatch(c -> Character.isLetter(c) && c < 128);
        if (isWord) {
            return FUNCTIONS.contains(text) ? "\\" + text + " " : "\\mathrm{" + text + "}";
        }
        if (text.indexOf(' ') >= 0) {
            return "\\text{" + words(text) + "}";
        }
        return accented(text);
    }

    private static String accented(String text) {
        int last = text.codePointBefore(text.length());
        String accent = Signs.accentCommand((char) last);
        if (accent != null) {
            return "\\" + accent + "{" + accented(text.substring(0, text.length() - 1)) + "}";
        }
        return written(text, true);
    }

    /** Characters, in mathematics or in words; small digits that follow each other are one exponent or index. */
    private static String written(String text, boolean isMathematics) {
        StringBuilder out = new StringBuilder();
        int at = 0;
        while (at < text.length()) {
            int raised = run(text, at, RAISED);
            int lowered = run(text, at, LOWERED);
            if (raised > at || lowered > at) {
                String small = raised > at ? RAISED : LOWERED;
                int end = Math.max(raised, lowered);
                StringBuilder script = new StringBuilder(raised > at ? "^{" : "_{");
                for (int i = at; i < end; i++) {
                    script.append(PLAIN.charAt(small.indexOf(text.charAt(i))));
                }
                out.append(isMathematics ? "" : "$").append(script).append(isMathematics ? "}" : "}$");
                at = end;
            } else {
                int c = text.codePointAt(at);
                out.append(written(c, isMathematics));
                at += Character.charCount(c);
            }
        }
        return out.toString();
    }

    /** Where the run of these signs ends that begins here. */
    private static int run(String text, int from, String signs) {
        int end = from;
        while (end < text.length() && signs.indexOf(text.charAt(end)) >= 0) {
            end++;
        }
        return end;
    }

    private static String written(int c, boolean isMathematics) {
        String sign = Character.toString(c);
        String command = c < 128 ? null : Signs.commandFor(sign);
        if (command != null) {
            return isMathematics ? "\\" + command + " " : "$\\" + command + "$";
        }
        switch (c) {
            case '%', '#', '&', '_', '{', '}', '$':
                return "\\" + sign;
            case '°':
                return isMathematics ? "{}^{\\circ}" : "\\textdegree{}";
            case '\\':
                return isMathematics ? "\\backslash " : "\\textbackslash{}";
            case '~':
                return isMathematics ? "\\sim " : "\\textasciitilde{}";
            case '^':
                return isMathematics ? "\\wedge " : "\\textasciicircum{}";
            case '−':
                return isMathematics ? "-" : "$-$";
            case '<', '>', '|':
                return isMathematics ? sign : "$" + sign + "$";
            default:
                return sign;
        }
    }

    @Override
    public String ofRow(Formula.Row row) {
        StringBuilder out = new StringBuilder();
        StringBuilder small = new StringBuilder();
        for (Formula part : row.parts()) {
            boolean isSmall = part instanceof Formula.Symbols symbols
                    && (run(symbols.text(), 0, RAISED) == symbols.text().length()
                            || run(symbols.text(), 0, LOWERED) == symbols.text().length());
            if (isSmall) {
                small.append(part.line());
            } else {
                out.append(written(small.toString(), true)).append(part.fold(this));
                small.setLength(0);
            }
        }
        return out.append(written(small.toString(), true)).toString();
    }

    @Override
    public String ofFraction(Formula.Fraction fraction) {
        return "\\frac{" + of(fraction.top()) + "}{" + of(fraction.bottom()) + "}";
    }

    @Override
    public String ofRoot(Formula.Root root) {
        return "\\sqrt{" + of(root.radicand()) + "}";
    }

    @Override
    public String ofScripted(Formula.Scripted scripted) {
        String base = of(scripted.base());
        boolean isSign = scripted.base() instanceof Formula.Symbols || scripted.base() instanceof Formula.Fenced;
        return (isSign ? base : "{" + base + "}") + script('_', scripted.low()) + script('^', scripted.high());
    }

    private static String script(char sign, @Nullable Formula part) {
        return part == null ? "" : part.line().equals("'") ? "'" : sign + "{" + of(part) + "}";
    }

    @Override
    public String ofFenced(Formula.Fenced fenced) {
        return "\\left" + bracket(fenced.open()) + of(fenced.inside()) + "\\right" + bracket(fenced.close());
    }

    private static String bracket(char sign) {
        return sign == '{' || sign == '}' ? "\\" + sign : String.valueOf(sign);
    }

    @Override
    public String ofMatrix(Formula.Matrix matrix) {
        StringBuilder rows = new StringBuilder("\\begin{bmatrix}");
        for (List<Formula> row : matrix.rows()) {
            rows.append(row.stream().map(Latex::of).collect(Collectors.joining(" & ")))
                    .append(" \\\\ ");
        }
        return rows.append("\\end{bmatrix}").toString();
    }
}

package org.ansatz.report;

import java.util.Map;

/**
 * Formulas as a person writes them: Greek letters, indices and exponents where Unicode has them, √ for a root. What Unicode
 * has not stays as it is written.
 */
public final class Mathematics {

    private static final String PLAIN = "0123456789+-()nij";
    private static final String RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁽⁾ⁿⁱʲ";
    private static final String INDICES = "0123456789+-aeoxhklmnpstijruv";
    private static final String LOWERED = "₀₁₂₃₄₅₆₇₈₉₊₋ₐₑₒₓₕₖₗₘₙₚₛₜᵢⱼᵣᵤᵥ";

    private static final Map<String, String> WORDS = Map.ofEntries(
            Map.entry("alpha", "α"),
            Map.entry("beta", "β"),
            Map.entry("gamma", "γ"),
            Map.entry("Gamma", "Γ"),
            Map.entry("delta", "δ"),
            Map.entry("Delta", "Δ"),
            Map.entry("epsilon", "ε"),
            Map.entry("eta", "η"),
            Map.entry("theta", "θ"),
            Map.entry("lambda", "λ"),
            Map.entry("mu", "μ"),
            Map.entry("nu", "ν"),
            Map.entry("pi", "π"),
            Map.entry("rho", "ρ"),
            Map.entry("sigma", "σ"),
            Map.entry("Sigma", "Σ"),
            Map.entry("tau", "τ"),
            Map.entry("phi", "φ"),
            Map.entry("Phi", "Φ"),
            Map.entry("chi", "χ"),
            Map.entry("psi", "ψ"),
            Map.entry("omega", "ω"),
            Map.entry("Omega", "Ω"),
            Map.entry("sqrt", "√"),
            Map.entry("infinity", "∞"));

    private Mathematics() {}

    /** Text in which what stands between two dollar signs is a formula. A dollar sign without a partner stands for itself. */
    public static String readable(String text) {
        if (text.indexOf('$') < 0) {
            return text;
        }
        StringBuilder out = new StringBuilder();
        int at = 0;
        while (at < text.length()) {
            int open = text.indexOf('$', at);
            int close = open < 0 ? -1 : text.indexOf('$', open + 1);
            if (close < 0) {
                return out.append(text, at, text.length()).toString();
            }
            out.append(text, at, open).append(formula(text.substring(open + 1, close)));
            at = close + 1;
        }
        return out.toString();
    }

    /** A formula of a worked solution: {@code log_2((p - s)/(p + s))}. */
    public static String formula(String tex) {
        StringBuilder out = new StringBuilder();
        int at = 0;
        while (at < tex.length()) {
            char c = tex.charAt(at);
            if (c == '^' || c == '_') {
                at = shifted(tex, at, out);
            } else if (Character.isLetter(c) || c == '\\') {
                int end = at + 1;
                while (end < tex.length() && Character.isLetter(tex.charAt(end))) {
                    end++;
                }
                String word = tex.substring(c == '\\' ? at + 1 : at, end);
                out.append(WORDS.getOrDefault(word, word));
                at = end;
            } else {
                at = sign(tex, at, out);
            }
        }
        return out.toString();
    }

    private static int sign(String tex, int at, StringBuilder out) {
        String[][] signs = {{"<=", "≤"}, {">=", "≥"}, {"!=", "≠"}, {"->", "→"}, {"==", "="}, {"{", ""}, {"}", ""}};
        for (String[] sign : signs) {
            if (tex.startsWith(sign[0], at)) {
                out.append(sign[1]);
                return at + sign[0].length();
            }
        }
        out.append(tex.charAt(at));
        return at + 1;
    }

    /** An index or exponent: one sign, a number, or what stands in braces. */
    private static int shifted(String tex, int at, StringBuilder out) {
        boolean up = tex.charAt(at) == '^';
        int from = at + 1;
        int to = from;
        int end;
        if (from < tex.length() && tex.charAt(from) == '{') {
            from++;
            to = tex.indexOf('}', from);
            to = to < 0 ? tex.length() : to;
            end = Math.min(tex.length(), to + 1);
        } else {
            while (to < tex.length() && Character.isDigit(tex.charAt(to))) {
                to++;
            }
            to = to == from ? Math.min(tex.length(), from + 1) : to;
            end = to;
        }
        String content = formula(tex.substring(from, to));
        String small = small(content, up ? PLAIN : INDICES, up ? RAISED : LOWERED);
        if (content.isEmpty()) {
            out.append(tex.charAt(at));
        } else if (!small.isEmpty()) {
            out.append(small);
        } else if (content.equals("*")) {
            out.append('*');
        } else {
            out.append(tex.charAt(at)).append(content.length() > 1 && up ? "(" + content + ")" : content);
        }
        return end;
    }

    private static String small(String content, String plain, String small) {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < content.length(); i++) {
            int index = plain.indexOf(content.charAt(i));
            if (index < 0) {
                return "";
            }
            out.append(small.charAt(index));
        }
        return out.toString();
    }

    /** A formula of the expression language, in characters in which it could be typed as well. */
    public static String expression(String text) {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            char next = i + 1 < text.length() ? text.charAt(i + 1) : ' ';
            boolean alone = i + 2 >= text.length() || !Character.isLetterOrDigit(text.charAt(i + 2));
            if (c == '*' && next != '*') {
                out.append('·');
            } else if (c == '^' && (next == '2' || next == '3') && alone) {
                out.append(next == '2' ? '²' : '³');
                i++;
            } else if (text.startsWith("pi", i)
                    && alone
                    && (i == 0 || !Character.isLetterOrDigit(text.charAt(i - 1)))) {
                out.append('π');
                i++;
            } else {
                out.append(c);
            }
        }
        return out.toString();
    }
}

package org.ansatz.typeset;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What Unicode has for the words of a formula. */
final class Signs {

    /** Words that stand for a sign, with a backslash in front or without one. */
    private static final Map<String, String> WORDS = Map.ofEntries(
            Map.entry("alpha", "α"),
            Map.entry("beta", "β"),
            Map.entry("gamma", "γ"),
            Map.entry("Gamma", "Γ"),
            Map.entry("delta", "δ"),
            Map.entry("Delta", "Δ"),
            Map.entry("epsilon", "ε"),
            Map.entry("zeta", "ζ"),
            Map.entry("eta", "η"),
            Map.entry("theta", "θ"),
            Map.entry("Theta", "Θ"),
            Map.entry("kappa", "κ"),
            Map.entry("lambda", "λ"),
            Map.entry("Lambda", "Λ"),
            Map.entry("mu", "μ"),
            Map.entry("nu", "ν"),
            Map.entry("xi", "ξ"),
            Map.entry("pi", "π"),
            Map.entry("rho", "ρ"),
            Map.entry("sigma", "σ"),
            Map.entry("Sigma", "Σ"),
            Map.entry("tau", "τ"),
            Map.entry("phi", "φ"),
            Map.entry("Phi", "Φ"),
            Map.entry("chi", "χ"),
            Map.entry("psi", "ψ"),
            Map.entry("Psi", "Ψ"),
            Map.entry("omega", "ω"),
            Map.entry("Omega", "Ω"),
            Map.entry("infinity", "∞"));

    /** Words that need their backslash: without it they are words. */
    private static final Map<String, String> COMMANDS = Map.ofEntries(
            Map.entry("cdot", "·"),
            Map.entry("times", "×"),
            Map.entry("pm", "±"),
            Map.entry("mp", "∓"),
            Map.entry("le", "≤"),
            Map.entry("leq", "≤"),
            Map.entry("ge", "≥"),
            Map.entry("geq", "≥"),
            Map.entry("ne", "≠"),
            Map.entry("neq", "≠"),
            Map.entry("approx", "≈"),
            Map.entry("ll", "≪"),
            Map.entry("gg", "≫"),
            Map.entry("to", "→"),
            Map.entry("in", "∈"),
            Map.entry("partial", "∂"),
            Map.entry("nabla", "∇"),
            Map.entry("infty", "∞"),
            Map.entry("sum", "∑"),
            Map.entry("prod", "∏"),
            Map.entry("int", "∫"),
            Map.entry("angle", "∠"),
            Map.entry("top", "T"),
            Map.entry("prime", "'"),
            Map.entry("ldots", "…"),
            Map.entry("dots", "…"),
            Map.entry("cdots", "…"),
            Map.entry("varphi", "φ"),
            Map.entry("varepsilon", "ε"),
            Map.entry("quad", "  "),
            Map.entry("qquad", "    "),
            Map.entry("left", ""),
            Map.entry("right", ""));

    /** Marks that are set above a letter. */
    private static final Map<String, Character> ACCENTS = Map.of(
            "hat", '\u0302', "tilde", '\u0303', "bar", '\u0304', "dot", '\u0307', "ddot", '\u0308', "vec", '\u20d7');

    /** Two or three signs that stand for one. */
    static final String[][] PAIRS = {{"<=", "≤"}, {">=", "≥"}, {"!=", "≠"}, {"->", "→"}, {"==", "="}};

    /** The commands of LaTeX by the signs that they set. */
    private static final Map<String, String> LATEX = latex();

    /** What has its limits below and above. */
    private static final Set<String> WITH_LIMITS = Set.of("∑", "∏", "lim", "max", "min");

    private Signs() {}

    private static Map<String, String> latex() {
        Map<String, String> commands = new HashMap<>();
        for (Map<String, String> words : List.of(WORDS, COMMANDS)) {
            new TreeMap<>(words).forEach((word, sign) -> {
                if (sign.codePointCount(0, sign.length()) == 1 && sign.codePointAt(0) >= 128) {
                    commands.put(sign, word);
                }
            });
        }
        commands.put("∞", "infty");
        commands.put("…", "dots");
        commands.put("φ", "varphi");
        commands.put("√", "surd");
        commands.put("≡", "equiv");
        commands.put("∝", "propto");
        commands.put("⊕", "oplus");
        commands.put("∥", "parallel");
        return commands;
    }

    /** What a word stands for; itself if nothing else. */
    static String word(String word) {
        return WORDS.getOrDefault(word, word);
    }

    /** What a word after a backslash stands for. */
    static String command(String word) {
        return COMMANDS.getOrDefault(word, word(word));
    }

    /** The mark that a command sets above a letter; 0 if it sets none. */
    static char accent(String command) {
        return ACCENTS.getOrDefault(command, '\0');
    }

    /** The command of LaTeX for a sign, or null. */
    static @Nullable String commandFor(String sign) {
        return LATEX.get(sign);
    }

    /** The command of LaTeX that sets this mark above a letter, or null. */
    static @Nullable String accentCommand(char mark) {
        for (Map.Entry<String, Character> accent : ACCENTS.entrySet()) {
            if (accent.getValue() == mark) {
                return accent.getKey();
            }
        }
        return null;
    }

    static boolean hasLimits(String sign) {
        return WITH_LIMITS.contains(sign);
    }
}

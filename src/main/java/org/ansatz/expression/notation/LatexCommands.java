package org.ansatz.expression.notation;

import java.util.Map;
import java.util.Set;

/** The commands of LaTeX that are read, and why some are not. */
final class LatexCommands {

    /** What LaTeX calls a function, with our name for it. */
    static final Map<String, String> FUNCTIONS = Map.ofEntries(
            Map.entry("sin", "sin"),
            Map.entry("cos", "cos"),
            Map.entry("tan", "tan"),
            Map.entry("arcsin", "asin"),
            Map.entry("arccos", "acos"),
            Map.entry("arctan", "atan"),
            Map.entry("sinh", "sinh"),
            Map.entry("cosh", "cosh"),
            Map.entry("tanh", "tanh"),
            Map.entry("exp", "exp"),
            Map.entry("log", "log"),
            Map.entry("ln", "log"),
            Map.entry("max", "max"),
            Map.entry("min", "min"),
            Map.entry("det", "det"));

    /** Commands that stand for a sign. */
    static final Map<String, String> OPERATORS = Map.ofEntries(
            Map.entry("cdot", "*"),
            Map.entry("times", "*"),
            Map.entry("ast", "*"),
            Map.entry("div", "/"),
            Map.entry("odot", ".*"),
            Map.entry("circ", ".*"),
            Map.entry("le", "<="),
            Map.entry("leq", "<="),
            Map.entry("ge", ">="),
            Map.entry("geq", ">="),
            Map.entry("infty", "inf"),
            Map.entry("angle", "∠"),
            Map.entry("degree", "°"),
            Map.entry("ohm", "Ω"),
            Map.entry("%", "%"));

    /** What only makes a formula look better. */
    static final Set<String> SPACES = Set.of(
            ",",
            ";",
            ":",
            "!",
            " ",
            "quad",
            "qquad",
            "displaystyle",
            "textstyle",
            "limits",
            "nolimits",
            "nonumber",
            "(",
            ")",
            "[",
            "]",
            "\\");

    /** What stands before a bracket and says how large it is. */
    static final Set<String> SIZES =
            Set.of("left", "right", "big", "Big", "bigg", "Bigg", "bigl", "bigr", "Bigl", "Bigr", "biggl", "biggr");

    /** In which letters a word is set. */
    static final Set<String> FONTS = Set.of(
            "mathrm",
            "mathbf",
            "mathit",
            "mathsf",
            "mathcal",
            "boldsymbol",
            "bm",
            "text",
            "textrm",
            "textbf",
            "textit",
            "operatorname",
            "boxed",
            "fbox",
            "mbox",
            "vec",
            "symbf");

    /** Environments that are matrices. */
    static final Set<String> MATRICES = Set.of("matrix", "pmatrix", "bmatrix", "Bmatrix", "smallmatrix");

    /** Commands that are not read, with what to write. */
    static final Map<String, String> REFUSED = Map.of(
            "partial", "a derivative is to be worked out; write what it comes to",
            "nabla", "a gradient is to be worked out; write what it comes to",
            "int", "an integral is written integrate(f(x) for x in a..b)",
            "lim", "a limit is written limit(f(x) for x -> a)",
            "pm", "± stands for two values; write one",
            "otimes", "⊗ is not read here; an outer product of columns is a*b'",
            "mathbb", "a column of ones is ones(m, 1)",
            "lVert", "a norm is written norm(x)",
            "Vert", "a norm is written norm(x)",
            "dagger", "a conjugate transpose is written conj(A')");

    private LatexCommands() {}
}

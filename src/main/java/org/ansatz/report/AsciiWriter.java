package org.ansatz.report;

import java.io.FilterWriter;
import java.io.IOException;
import java.io.Writer;

/** Writes the few characters beyond ASCII that reports use in a way that any terminal shows. */
public final class AsciiWriter extends FilterWriter {

    private static final String[][] SPELLINGS = {
        {"→", "->"},
        {"±", "+-"},
        {"−", "-"},
        {"–", "-"},
        {"—", "-"},
        {"×", "x"},
        {"·", "*"},
        {"…", "..."},
        {"≤", "<="},
        {"≥", ">="},
        {"≠", "!="},
        {"≈", "~"},
        {"Ω", "ohm"},
        {"µ", "u"},
        {"°", "deg"},
        {"√", "sqrt"},
        {"∠", " at "},
        {"∞", "inf"},
        {"∂", "d"},
        {"∫", "int"},
        {"█", "#"},
        {"▌", "|"},
        {"•", "*"},
        {"│", "|"},
        {"─", "-"},
        {"Γ", "Gamma"},
        {"Δ", "Delta"},
        {"Θ", "Theta"},
        {"Λ", "Lambda"},
        {"Π", "Pi"},
        {"Σ", "Sigma"},
        {"Φ", "Phi"},
        {"Ψ", "Psi"},
        {"α", "alpha"},
        {"β", "beta"},
        {"γ", "gamma"},
        {"δ", "delta"},
        {"ε", "eps"},
        {"ζ", "zeta"},
        {"η", "eta"},
        {"θ", "theta"},
        {"κ", "kappa"},
        {"λ", "lambda"},
        {"μ", "mu"},
        {"ν", "nu"},
        {"ξ", "xi"},
        {"π", "pi"},
        {"ρ", "rho"},
        {"σ", "sigma"},
        {"τ", "tau"},
        {"φ", "phi"},
        {"χ", "chi"},
        {"ψ", "psi"},
        {"ω", "omega"}
    };

    private static final String SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁽⁾ⁿⁱʲ";
    private static final String RAISED = "0123456789+-()nij";
    private static final String SUBSCRIPTS = "₀₁₂₃₄₅₆₇₈₉₊₋ₐₑₒₓₕₖₗₘₙₚₛₜᵢⱼᵣᵤᵥ";
    private static final String LOWERED = "0123456789+-aeoxhklmnpstijruv";

    /** Whether what was written last is raised or lowered, so that its sign is not repeated. */
    private char raised = ' ';

    /** In front of another writer. */
    public AsciiWriter(Writer out) {
        super(out);
    }

    @Override
    public void write(char[] buffer, int offset, int length) throws IOException {
        for (int i = 0; i < length; i++) {
            write(buffer[offset + i]);
        }
    }

    @Override
    public void write(String text, int offset, int length) throws IOException {
        for (int i = 0; i < length; i++) {
            write(text.charAt(offset + i));
        }
    }

    @Override
    public void write(int c) throws IOException {
        if (isShifted(c, SUPERSCRIPTS, RAISED, '^') || isShifted(c, SUBSCRIPTS, LOWERED, '_')) {
            return;
        }
        raised = ' ';
        if (c <= '~') {
            out.write(c);
            return;
        }
        for (String[] spelling : SPELLINGS) {
            if (spelling[0].charAt(0) == c) {
                out.write(spelling[1]);
                return;
            }
        }
        out.write('?');
    }

    private boolean isShifted(int c, String shifted, String plain, char sign) throws IOException {
        int index = shifted.indexOf(c);
        if (index < 0) {
            return false;
        }
        if (raised != sign) {
            out.write(sign);
            raised = sign;
        }
        out.write(plain.charAt(index));
        return true;
    }
}

package org.ansatz.report;

import java.io.FilterWriter;
import java.io.IOException;
import java.io.Writer;
import org.ansatz.typeset.SmallSigns;

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
        {"∑", "sum"},
        {"∏", "prod"},
        {"∈", "in"},
        {"∇", "grad"},
        {"≪", "<<"},
        {"≫", ">>"},
        {"█", "#"},
        {"▌", "|"},
        {"•", "*"},
        {"│", "|"},
        {"─", "-"},
        {"Ξ", "Xi"},
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
        if (isShifted(SmallSigns.ofHigh(c), '^')
                || isShifted(SmallSigns.ofLow(c), '_')
                || Character.getType(c) == Character.NON_SPACING_MARK) {
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

    private boolean isShifted(char plain, char sign) throws IOException {
        if (plain == 0) {
            return false;
        }
        if (raised != sign) {
            out.write(sign);
            raised = sign;
        }
        out.write(plain);
        return true;
    }
}

package org.ansatz.cli;

import java.io.FilterWriter;
import java.io.IOException;
import java.io.Writer;

/** Writes the few characters beyond ASCII that reports use in a way that any terminal shows. */
final class AsciiWriter extends FilterWriter {

    private static final String[][] SPELLINGS = {
        {"→", "->"}, {"±", "+-"}, {"−", "-"}, {"–", "-"}, {"×", "x"}, {"·", "*"}, {"…", "..."}, {"≤", "<="},
        {"≥", ">="}, {"≠", "!="}, {"Ω", "ohm"}, {"µ", "u"}, {"°", "deg"}, {"λ", "lambda"}, {"Γ", "Gamma"}, {"ε", "eps"},
        {"π", "pi"}, {"ω", "omega"}, {"√", "sqrt"}, {"²", "^2"}, {"³", "^3"}, {"∠", " at "}
    };

    AsciiWriter(Writer out) {
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
}

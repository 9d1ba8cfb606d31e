package org.ansatz.report;

import org.ansatz.typeset.Box;
import org.ansatz.typeset.Formula;
import org.ansatz.typeset.Run;

/** Mathematics in texts, as a person writes it. */
public final class Mathematics {

    private static final String INDENT = "    ";

    private Mathematics() {}

    /**
     * Text in which what stands between two dollar signs is a formula in the line, and between two pairs of them a formula on
     * lines of its own. A dollar sign without a partner stands for itself.
     *
     * @param width the columns that a formula on lines of its own may take, as high as it is; if it does not fit, it is put in
     *     one line, and so it always is if this is 0
     */
    static String readable(String text, int width) {
        StringBuilder out = new StringBuilder();
        boolean afterDisplay = false;
        for (Run run : Run.of(text)) {
            if (run instanceof Run.Words words) {
                out.append(afterDisplay ? begun(words.text()) : words.text());
                afterDisplay = false;
            } else if (run instanceof Run.Mathematics mathematics && !mathematics.isDisplayed()) {
                out.append(afterDisplay ? "\n" : "")
                        .append(mathematics.formula().line());
                afterDisplay = false;
            } else if (run instanceof Run.Mathematics mathematics) {
                out.setLength(out.toString().stripTrailing().length());
                out.append(out.length() == 0 ? "" : "\n").append(display(mathematics.formula(), width));
                afterDisplay = true;
            }
        }
        return out.toString();
    }

    /** Words that go on below a formula on lines of its own. */
    private static String begun(String words) {
        String rest = words.stripLeading();
        return rest.isEmpty() ? "" : "\n" + rest;
    }

    private static String display(Formula formula, int width) {
        Box box = formula.box();
        if (INDENT.length() + box.width() > width) {
            return INDENT + formula.line();
        }
        StringBuilder lines = new StringBuilder();
        for (String line : box.lines()) {
            lines.append(lines.length() == 0 ? "" : "\n").append((INDENT + line).stripTrailing());
        }
        return lines.toString();
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

package org.ansatz.report;

import java.util.regex.Pattern;
import org.ansatz.typeset.Box;
import org.ansatz.typeset.Formula;

/** Mathematics in texts, as a person writes it. */
public final class Mathematics {

    private static final String INDENT = "    ";

    private static final Pattern BOLD = Pattern.compile("(?<![\\w)\\]])\\*\\*(\\p{L}[^*\\n]{0,200})\\*\\*(?!\\w)");

    private Mathematics() {}

    /**
     * Text in which what stands between two dollar signs is a formula in the line, and between two pairs of them a formula on
     * lines of its own. A dollar sign without a partner stands for itself.
     *
     * @param width the columns that a formula on lines of its own may take, as high as it is; if it does not fit, it is put in
     *     one line, and so it always is if this is 0
     */
    static String readable(String text, int width) {
        if (text.indexOf('$') < 0) {
            return plain(text);
        }
        StringBuilder out = new StringBuilder();
        int at = 0;
        while (at < text.length()) {
            int open = text.indexOf('$', at);
            String sign = open >= 0 && text.startsWith("$$", open) ? "$$" : "$";
            int close = open < 0 ? -1 : text.indexOf(sign, open + sign.length());
            if (close < 0) {
                return out.append(plain(text.substring(at))).toString();
            }
            Formula formula =
                    Formula.of(text.substring(open + sign.length(), close).strip());
            out.append(plain(text.substring(at, open)));
            at = close + sign.length();
            if (sign.length() == 1) {
                out.append(formula.line());
            } else {
                out.setLength(out.toString().stripTrailing().length());
                out.append(out.length() == 0 ? "" : "\n").append(display(formula, width));
                while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
                    at++;
                }
                out.append(at < text.length() ? "\n" : "");
            }
        }
        return out.toString();
    }

    /** Text without the signs with which Markdown makes words bold: they are no more than words here. */
    private static String plain(String text) {
        return BOLD.matcher(text).replaceAll("$1");
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

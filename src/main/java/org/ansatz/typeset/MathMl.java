package org.ansatz.typeset;

import java.util.List;
import org.ansatz.xml.XmlWriter;

/** A formula in presentation MathML (MathML Core, W3C), as browsers and other programs set it. */
public final class MathMl implements Formula.Cases<String> {

    private static final MathMl WRITER = new MathMl();

    private MathMl() {}

    /** The element {@code math}, in the line or displayed. */
    public static String of(Formula formula, boolean isDisplayed) {
        return "<math xmlns=\"http://www.w3.org/1998/Math/MathML\"" + (isDisplayed ? " display=\"block\"" : "") + ">"
                + formula.fold(WRITER) + "</math>";
    }

    @Override
    public String ofSymbols(Formula.Symbols symbols) {
        String text = symbols.text();
        if (text.isBlank()) {
            return text.length() > 1 ? "<mspace width=\"1em\"/>" : ""; // signs have their own space around them
        }
        int first = text.codePointAt(0);
        boolean isOne = text.codePointCount(0, text.length()) == 1;
        if (Character.isDigit(first)) {
            return element("mn", text);
        }
        if (Character.isLetter(first)) {
            return element(text.indexOf(' ') < 0 ? "mi" : "mtext", text);
        }
        return element(isOne ? "mo" : "mtext", text.equals("-") ? "−" : text);
    }

    @Override
    public String ofRow(Formula.Row row) {
        StringBuilder inside = new StringBuilder();
        for (int i = 0; i < row.parts().size(); i++) {
            boolean isSpace = row.parts().get(i).line().equals(" ")
                    && i > 0
                    && i + 1 < row.parts().size();
            boolean isSeen =
                    isSpace && isApart(row.parts().get(i - 1), row.parts().get(i + 1));
            inside.append(
                    isSeen ? "<mspace width=\"0.2em\"/>" : row.parts().get(i).fold(this));
        }
        return "<mrow>" + inside + "</mrow>";
    }

    /** Whether a space is seen between two parts: beside a word, and between a number and its unit. */
    private static boolean isApart(Formula left, Formula right) {
        boolean isMeasured = Character.isDigit(left.line().codePointAt(0)) && isWord(right, 1);
        return isWord(left, 2) || isWord(right, 2) || isMeasured;
    }

    private static boolean isWord(Formula part, int least) {
        String text = part instanceof Formula.Symbols symbols ? symbols.text() : "";
        return text.length() >= least && text.codePoints().allMatch(Character::isLetter);
    }

    @Override
    public String ofFraction(Formula.Fraction fraction) {
        return "<mfrac>" + fraction.top().fold(this) + fraction.bottom().fold(this) + "</mfrac>";
    }

    @Override
    public String ofRoot(Formula.Root root) {
        return "<msqrt>" + root.radicand().fold(this) + "</msqrt>";
    }

    @Override
    public String ofScripted(Formula.Scripted scripted) {
        Formula base = scripted.base();
        boolean limits = base instanceof Formula.Symbols symbols && Signs.hasLimits(symbols.text());
        Formula low = scripted.low();
        Formula high = scripted.high();
        if (low == null) {
            return high == null ? base.fold(this) : pair(limits ? "mover" : "msup", base, high);
        }
        if (high == null) {
            return pair(limits ? "munder" : "msub", base, low);
        }
        String name = limits ? "munderover" : "msubsup";
        return "<" + name + ">" + base.fold(this) + low.fold(this) + high.fold(this) + "</" + name + ">";
    }

    private String pair(String name, Formula base, Formula script) {
        return "<" + name + ">" + base.fold(this) + script.fold(this) + "</" + name + ">";
    }

    @Override
    public String ofFenced(Formula.Fenced fenced) {
        return "<mrow>" + element("mo", String.valueOf(fenced.open()))
                + fenced.inside().fold(this) + element("mo", String.valueOf(fenced.close())) + "</mrow>";
    }

    @Override
    public String ofMatrix(Formula.Matrix matrix) {
        StringBuilder rows = new StringBuilder("<mrow><mo>[</mo><mtable>");
        for (List<Formula> row : matrix.rows()) {
            rows.append("<mtr>");
            row.forEach(entry -> rows.append("<mtd>").append(entry.fold(this)).append("</mtd>"));
            rows.append("</mtr>");
        }
        return rows.append("</mtable><mo>]</mo></mrow>").toString();
    }

    private static String element(String name, String text) {
        return "<" + name + ">" + XmlWriter.escaped(text) + "</" + name + ">";
    }
}

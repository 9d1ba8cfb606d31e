package org.ansatz.typeset;

import java.util.List;

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
            return "<mspace width=\"" + Math.max(1, text.length()) * 0.3 + "em\"/>";
        }
        int first = text.codePointAt(0);
        boolean isOne = text.codePointCount(0, text.length()) == 1;
        if (Character.isDigit(first)) {
            return element("mn", text);
        }
        if (Character.isLetter(first)) {
            return element(text.indexOf(' ') < 0 ? "mi" : "mtext", text);
        }
        return element(isOne ? "mo" : "mtext", text);
    }

    @Override
    public String ofRow(Formula.Row row) {
        StringBuilder inside = new StringBuilder();
        row.parts().forEach(part -> inside.append(part.fold(this)));
        return "<mrow>" + inside + "</mrow>";
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
        if (low == null && high == null) {
            return base.fold(this);
        }
        if (low == null) {
            return pair(limits ? "mover" : "msup", base, high);
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
        return "<" + name + ">"
                + text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;") + "</" + name + ">";
    }
}

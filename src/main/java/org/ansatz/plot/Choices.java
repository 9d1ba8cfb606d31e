package org.ansatz.plot;

import org.ansatz.expression.evaluation.Frame;
import org.ansatz.expression.syntax.ExpressionFault;
import org.ansatz.expression.type.Show;
import org.ansatz.problem.Case;
import org.ansatz.problem.Option;
import org.ansatz.quantity.Unit;

/** How options are called in a figure. */
final class Choices {

    private static final int DIGITS = 4;

    private Choices() {}

    /** An option's letter, if one character is enough for it. */
    static String tag(Option option) {
        return option.key().length() == 1 ? option.key() : "";
    }

    /** What an option says: as it is written or, for other data, its value. */
    static String text(Option option, Case data) {
        String own = option.text().parts().isEmpty()
                ? ""
                : option.text().parts().get(0).text();
        if (!own.isEmpty() || data.question().isFunction() || option.isClaim()) {
            return own.isEmpty() ? option.expression().text() : own;
        }
        Frame frame = data.frame().rested();
        Unit unit = option.expression().unit();
        try {
            return Show.value(
                    frame.value(option.expression().term()), option.expression().type(), unit, DIGITS);
        } catch (ExpressionFault e) {
            return option.expression().text();
        }
    }

    /** Letter and text, for a mark; a curve has its letter already. */
    static String mark(Option option, Case data) {
        return option.key() + " " + text(option, data);
    }
}

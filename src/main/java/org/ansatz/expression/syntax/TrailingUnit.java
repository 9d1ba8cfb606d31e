package org.ansatz.expression.syntax;

import java.util.List;
import org.ansatz.expression.syntax.Token.Kind;
import org.ansatz.quantity.Unit;
import org.ansatz.quantity.Units;

/** The unit behind a quantity, which applies to all of it. */
final class TrailingUnit {

    private TrailingUnit() {}

    /** Where the longest unit at the end of the text begins, if a complete number or bracket stands before it; or −1. */
    static int start(String text, List<Token> tokens) {
        int end = text.stripTrailing().length();
        for (int i = 1; i < tokens.size() - 1; i++) {
            Token token = tokens.get(i);
            Token before = tokens.get(i - 1);
            boolean complete = before.kind() == Kind.NUMBER
                    || before.kind() == Kind.IMAGINARY
                    || before.is(")")
                    || before.is("pi")
                    || before.is("inf")
                    || before.is("j")
                    || isUnitOfPhase(tokens, i - 1);
            if (token.kind() == Kind.NAME && complete && !isUnitOfPhase(tokens, i)) {
                Unit unit = Units.parse(text.substring(token.span().start(), end));
                if (unit != null) {
                    return token.span().start();
                }
            }
        }
        return -1;
    }

    /** Whether the token is the unit of the angle after {@code ∠}, as in {@code 5∠-30° V}: that stays with the angle. */
    private static boolean isUnitOfPhase(List<Token> tokens, int index) {
        Token unit = tokens.get(index);
        boolean angle = unit.is("°") || unit.is("deg") || unit.is("rad") || unit.is("degree") || unit.is("degrees");
        int number = index - 1;
        if (!angle || number < 1 || tokens.get(number).kind() != Kind.NUMBER) {
            return false;
        }
        int mark = tokens.get(number - 1).is("-") || tokens.get(number - 1).is("+") ? number - 2 : number - 1;
        return mark >= 0 && tokens.get(mark).is("∠");
    }
}

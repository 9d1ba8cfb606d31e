package org.ansatz.sheet;

import java.io.IOException;
import java.io.InputStream;
import org.ansatz.quantity.Rational;

/**
 * What a response comes to; many responses to a question share one.
 *
 * @param result what came of it
 * @param marks what it earns
 * @param choice the letters of the options that were chosen, or an empty text
 * @param slip the mistake that explains it, or an empty text
 * @param isDisputed whether the key and the routes, where there are both, would give it different marks
 */
public record Outcome(Result result, Rational marks, String choice, String slip, boolean isDisputed) {

    /** Writes it for {@link #restored}. */
    void save(Bytes bytes) {
        bytes.text(result.name());
        bytes.text(marks.numerator().toString());
        bytes.text(marks.denominator().toString());
        bytes.text(choice);
        bytes.text(slip);
        bytes.number(isDisputed ? 1 : 0);
    }

    /** What was written. */
    static Outcome restored(InputStream in) throws IOException {
        Result result = Result.valueOf(Bytes.text(in));
        Rational numerator = Rational.parse(Bytes.text(in));
        Rational marks = numerator.over(Rational.parse(Bytes.text(in)));
        return new Outcome(result, marks, Bytes.text(in), Bytes.text(in), Bytes.number(in) == 1);
    }
}

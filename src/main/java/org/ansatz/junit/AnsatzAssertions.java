package org.ansatz.junit;

import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;
import org.ansatz.bank.Bank;
import org.ansatz.problem.Verdict;
import org.assertj.core.annotation.CheckReturnValue;
import org.assertj.core.api.Assertions;

/**
 * AssertJ's assertions, and those on solutions, verdicts and banks; import {@code assertThat} from here in place of
 * {@link Assertions}.
 *
 * <pre>{@code
 * assertThat(1.5724).agreesWith(problem, digits(3));
 * assertThat(157.24).agreesWith(problem, digits(3).in("cm"));
 * assertThat("C").isTheAnswerTo(problem);
 *
 * assertThatFunction(Lines::length).of("f1", "f2").onVariants(100).agreesWith(problem, digits(6));
 *
 * assertThat(verdict).isAgreed().hasAnswer("C");
 * assertThat(bank).isReadable().passes();
 * }</pre>
 */
@CheckReturnValue
public final class AnsatzAssertions extends Assertions {

    private AnsatzAssertions() {}

    /**
     * As near as the right number rounded to so many significant digits.
     *
     * @param count 1 to 15
     * @throws IllegalArgumentException if it is out of range
     */
    public static Accuracy digits(int count) {
        return new Accuracy(count, "");
    }

    /** Assertions on a number, which may be the answer to the published data of a problem. */
    public static NumberAssert assertThat(double actual) {
        return new NumberAssert(actual);
    }

    /** Assertions on a whole number, which may be the answer to the published data of a problem. */
    public static IntegerAssert assertThat(int actual) {
        return new IntegerAssert(actual);
    }

    /** Assertions on a whole number, which may be the answer to the published data of a problem. */
    public static LongAssert assertThat(long actual) {
        return new LongAssert(actual);
    }

    /** Assertions on a text, which may be the letters that answer a problem. */
    public static LettersAssert assertThat(String actual) {
        return new LettersAssert(actual);
    }

    /** Assertions on a solution of one number; for a lambda or a method, {@link #assertThatFunction(DoubleUnaryOperator)}. */
    @SuppressWarnings("overloads")
    public static FunctionAssert assertThat(DoubleUnaryOperator actual) {
        return assertThatFunction(actual);
    }

    /** Assertions on a solution of two numbers; for a lambda or a method, {@link #assertThatFunction(DoubleBinaryOperator)}. */
    public static FunctionAssert assertThat(DoubleBinaryOperator actual) {
        return assertThatFunction(actual);
    }

    /** Assertions on a solution of one number, which here may be a lambda: {@code assertThat} takes it for a predicate. */
    public static FunctionAssert assertThatFunction(DoubleUnaryOperator actual) {
        return new FunctionAssert(actual, 1, inputs -> actual.applyAsDouble((double) inputs[0]));
    }

    /** Assertions on a solution of two numbers, which here may be a lambda. */
    public static FunctionAssert assertThatFunction(DoubleBinaryOperator actual) {
        return new FunctionAssert(actual, 2, inputs -> actual.applyAsDouble((double) inputs[0], (double) inputs[1]));
    }

    /** Assertions on the verdict of a problem. */
    public static VerdictAssert assertThat(Verdict actual) {
        return new VerdictAssert(actual);
    }

    /** Assertions on a bank. */
    public static BankAssert assertThat(Bank actual) {
        return new BankAssert(actual);
    }
}

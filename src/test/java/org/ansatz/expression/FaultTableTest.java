package org.ansatz.expression;

import static org.assertj.core.api.Assertions.assertThat;

import org.ansatz.expression.check.Names;
import org.ansatz.expression.check.Steps;
import org.ansatz.expression.syntax.ExpressionFault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every fault with its place (characters, the end exclusive) and its words. */
class FaultTableTest {

    private static void assertFault(ExpressionFault fault, int start, int end, String message) {
        assertThat(fault.message()).isEqualTo(message);
        assertThat(fault.span().start()).as("start").isEqualTo(start);
        assertThat(fault.span().end()).as("end").isEqualTo(end);
    }

    @ParameterizedTest(name = "{0}: {3}")
    @CsvSource(
            delimiter = '¦',
            quoteCharacter = '~',
            value = {
                // characters
                "a | b ¦ 2 ¦ 3 ¦ '|' is not an operator: write abs(x) for a magnitude, 'or' for a logical sum; it stands only in P(A | B) and its like",
                "[0, 1 V, 2 A] ¦ 4 ¦ 12 ¦ the left side is a voltage (V), the right side is a current (A)",
                "floor([1j, 1]) ¦ 6 ¦ 13 ¦ floor takes real numbers",
                "!5 ¦ 0 ¦ 1 ¦ '!' before something is not an operator: write not x, or x' for a complement",
                "sin^2(1) ¦ 0 ¦ 3 ¦ sin is a function: write sin(x), without a space before the bracket; its square is sin(x)^2, its inverse asin(x)",
                "arctan(1) ¦ 0 ¦ 6 ¦ unknown function 'arctan'; write atan(x)",
                "u(1) ¦ 0 ¦ 1 ¦ unknown function 'u'; the unit step is step(t)",
                "floor(0+) ¦ 7 ¦ 8 ¦ expected a number, a name or '('; the sides of a point, a+ and a-, stand only in a limit: limit(f(x) for x -> 0+)",
                "1 & 2 ¦ 2 ¦ 3 ¦ '&' is not an operator: write 'and'",
                "1 ? 2 ¦ 2 ¦ 3 ¦ '?' is not an operator: write if(condition, a, b)",
                "1 $ 2 ¦ 2 ¦ 3 ¦ '$' has no meaning in an expression",
                "1 \\ 2 ¦ 2 ¦ 3 ¦ '\\' has no meaning in an expression",
                "1 @ 2 ¦ 2 ¦ 3 ¦ '@' has no meaning in an expression",
                "1 \uD835\uDC65 ¦ 2 ¦ 4 ¦ '\uD835\uDC65' has no meaning in an expression",
                "1 \u0007 2 ¦ 2 ¦ 3 ¦ a control character (code 7) has no meaning in an expression",
                "0x ¦ 0 ¦ 2 ¦ digits of base 16 are missing",
                "0b2 ¦ 0 ¦ 2 ¦ digits of base 2 are missing",
                "1 + 1e9999 ¦ 4 ¦ 10 ¦ a number beyond 1e±5000",
                // grammar
                "~~ ¦ 0 ¦ 0 ¦ expected a number, a name or '(', found nothing",
                "1 + ¦ 2 ¦ 3 ¦ expected a number, a name or '(' after this",
                "(1 + 2 ¦ 5 ¦ 6 ¦ expected ')' after this",
                "[1, 2 ¦ 4 ¦ 5 ¦ expected ']' after this",
                "1 + 2) ¦ 5 ¦ 6 ¦ expected no further bracket, found ')'",
                "1 2 ¦ 2 ¦ 3 ¦ expected an operator or the end, found '2'",
                "1,58 ¦ 1 ¦ 2 ¦ a comma separates arguments; decimals are written with a point",
                "1 + * 2 ¦ 4 ¦ 5 ¦ expected a number, a name or '(', found '*'",
                "1 and ¦ 4 ¦ 5 ¦ expected a number, a name or '(' after this",
                "or 1 ¦ 0 ¦ 2 ¦ expected a number, a name or '(', found 'or'",
                "x = 3 ¦ 2 ¦ 3 ¦ '=' defines a name; to compare, write '=='",
                "2 m in ¦ 5 ¦ 6 ¦ expected a unit after this",
                "2 m in 3 ¦ 7 ¦ 8 ¦ expected a unit, found '3'",
                "sin(1 ¦ 4 ¦ 5 ¦ expected ')' after this",
                "sum(k for 1 in 2) ¦ 10 ¦ 11 ¦ expected a variable, found '1'",
                "sum(k for in in 2) ¦ 10 ¦ 12 ¦ 'in' is a word of the language and cannot be a variable",
                "sum(k for k of 2) ¦ 12 ¦ 14 ¦ expected 'in', found 'of'",
                "sin'(x for x in 1:2) ¦ 0 ¦ 4 ¦ only a named operation binds variables with 'for'",
                // names and arity
                "foo ¦ 0 ¦ 3 ¦ unknown name 'foo'",
                "eps1 ¦ 0 ¦ 4 ¦ unknown name 'eps1'; did you mean 'eps0'?",
                "m + 1 ¦ 0 ¦ 1 ¦ unknown name 'm'; it is a unit, which stands only after a number or after 'in'",
                "div([1, 2] by eps1, foo) ¦ 14 ¦ 18 ¦ unknown name 'eps1'; did you mean 'eps0'?",
                "derivative(2 by foo) ¦ 16 ¦ 19 ¦ unknown name 'foo'; behind 'by' stands what is declared or bound, and a point is written 'for foo at 1'",
                "sin (1) ¦ 0 ¦ 3 ¦ sin is a function: write sin(x), without a space before the bracket; its square is sin(x)^2, its inverse asin(x)",
                "sum + 1 ¦ 0 ¦ 3 ¦ sum is a function: write sum(A) or sum(… for v in 1:10), without a space before the bracket",
                "3 + j4 ¦ 4 ¦ 6 ¦ unknown name 'j4'; an imaginary number is written 4j",
                "sine(1) ¦ 0 ¦ 4 ¦ unknown function 'sine'; did you mean 'sin'?",
                "2 leagues ¦ 2 ¦ 9 ¦ unknown unit or name 'leagues'",
                "2 Hzz ¦ 2 ¦ 5 ¦ unknown unit or name 'Hzz'; did you mean 'Hz'?",
                "2 m in cmm ¦ 7 ¦ 10 ¦ unknown unit 'cmm'; did you mean 'cm'?",
                "sin(1, 2) ¦ 0 ¦ 9 ¦ written sin(x), not with 2 arguments",
                "atan2(1) ¦ 0 ¦ 8 ¦ written atan2(y, x), not with 1 argument",
                "min(1) ¦ 4 ¦ 5 ¦ a matrix is needed here; this is a pure number; of numbers it is min(a, b, …)",
                "if(true, 1) ¦ 0 ¦ 11 ¦ written if(condition, a, b)",
                "sum(1) ¦ 4 ¦ 5 ¦ a matrix is needed here; this is a pure number; over a variable it is sum(… for v in 1:10)",
                "P + 1 ¦ 0 ¦ 1 ¦ unknown name 'P'; P(…) is a statistic of random variables",
                "sin'([1, 2]) ¦ 5 ¦ 11 ¦ a prime differentiates by a number; this is an array 1 × 2 of a pure number; by"
                        + " entries it is grad(…)",
                "all(1) ¦ 0 ¦ 6 ¦ all binds a variable: all(… for v in 1:10), or a..b if v is real",
                "pi(2) ¦ 0 ¦ 2 ¦ pi is a quantity, not a function; for a product write pi*(…)",
                "f ¦ 0 ¦ 1 ¦ f is a function: give it its arguments",
                "f(1, 2) ¦ 0 ¦ 7 ¦ written f(x)",
                "f'(1, 2) ¦ 0 ¦ 8 ¦ a prime differentiates a function of one argument",
                "atan2'(1) ¦ 0 ¦ 9 ¦ atan2 is not a function of one argument",
                "f'''''''''(1) ¦ 0 ¦ 13 ¦ derivatives go up to order 8",
                "sin(k for k in 1:3) ¦ 0 ¦ 3 ¦ sin does not bind variables",
                "f(1; a = 2) ¦ 5 ¦ 6 ¦ a is not a variable that can be given a value",
                // types
                "true + 1 ¦ 0 ¦ 4 ¦ a number is needed here; this is a truth value",
                "1 and true ¦ 0 ¦ 1 ¦ a truth value is needed here; this is a pure number",
                "not 1 ¦ 4 ¦ 5 ¦ a truth value is needed here; this is a pure number",
                "true == 1 ¦ 8 ¦ 9 ¦ this is a pure number, the other is a truth value",
                "[1, 2] == [1, 2, 3] ¦ 10 ¦ 19 ¦ this is 1 × 3, the other is 1 × 2",
                "[1, 2] < 3 ¦ 0 ¦ 10 ¦ '<' compares single numbers; this is an array 1 × 2 of a pure number",
                "if(1, 2, 3) ¦ 3 ¦ 4 ¦ a truth value is needed here; this is a pure number",
                "if(true, 2 m, 3 s) ¦ 9 ¦ 17 ¦ the left side is a length (m), the right side is a time (s)",
                "sin(1 m) ¦ 4 ¦ 7 ¦ a pure number is needed here; this is a length (m)",
                "exp(3 dB) ¦ 4 ¦ 8 ¦ a pure number is needed here; this is a level (dB): as a ratio of amplitudes it is"
                        + " db2mag(…), as a ratio of powers db2pow(…)",
                "integrate([x, 2] for x in 0..1) ¦ 10 ¦ 16 ¦ a single number is needed here; this is an array 1 × 2 of a pure number",
                "2j∠3 ¦ 0 ¦ 2 ¦ a real number is needed here; this is complex",
                "2∠3j ¦ 2 ¦ 4 ¦ a real number is needed here; this is complex",
                "mod(3 + 4j, 2) ¦ 4 ¦ 10 ¦ a real number is needed here; this is complex",
                "sum(k for k in 1:2.5e0*pi) ¦ 17 ¦ 25 ¦ a whole number is needed here; this is a real number; for a"
                        + " real interval write a..b",
                "factorial(2 m) ¦ 10 ¦ 13 ¦ a pure number is needed here; this is a length (m)",
                "3 m + 2 Hz ¦ 0 ¦ 10 ¦ '+' needs two quantities of one kind: the left operand is a length (m), the right"
                        + " operand is a frequency (Hz)",
                "3 dBm + 2 dBm ¦ 0 ¦ 13 ¦ two absolute levels cannot be added: convert them with db2pow(…) or"
                        + " db2mag(…) and add those",
                "0 - 3 dBm ¦ 0 ¦ 9 ¦ an absolute level has no opposite; the right operand is a power level (dBW)",
                "3 dBm/Hz ¦ 0 ¦ 5 ¦ this is a level (dBW) inside a product: its power is db2pow(…)",
                "3 dBW/Hz ¦ 0 ¦ 5 ¦ this is a level (dBW) inside a product: its power is db2pow(…)",
                "3 dBW*s ¦ 0 ¦ 5 ¦ this is a level (dBW) inside a product: its power is db2pow(…)",
                "-(3 dBW) ¦ 0 ¦ 8 ¦ a point on the scale of dBW has no opposite; write -1 dBW without brackets",
                "abs(3 dBm) ¦ 4 ¦ 9 ¦ an absolute level has no magnitude; this is a power level (dBW)",
                "3 dBm - 2 dBV ¦ 0 ¦ 13 ¦ levels of different references cannot be subtracted",
                "2 dB*3 V ¦ 0 ¦ 4 ¦ this is a level (dB) inside a product: as a ratio of amplitudes it is db2mag(…), as a"
                        + " ratio of powers db2pow(…)",
                "(3 dB)^2 ¦ 0 ¦ 6 ¦ this is a level inside a product: as a ratio of amplitudes it is db2mag(…), as a ratio"
                        + " of powers db2pow(…)",
                "2^(1 m) ¦ 2 ¦ 7 ¦ a pure number is needed here; this is a length (m)",
                "(2 m)^pi ¦ 6 ¦ 8 ¦ the base is a length (m): its exponent must be a number written out",
                "(2 m)^(1/7) ¦ 6 ¦ 11 ¦ this power of a length (m) has no unit",
                "[1, 2]^2 ¦ 0 ¦ 6 ¦ a square matrix has powers; this is 1 × 2",
                "1/[1, 2] ¦ 0 ¦ 8 ¦ '/' divides by a single number, and this is 1 × 2; entry by entry it is './'",
                "[1, 2]*[1, 2] ¦ 0 ¦ 13 ¦ 1 × 2 times 1 × 2: rows of 2 meet columns of 1; entry by entry it is '.*'",
                "[1, 2] + [1, 2, 3] ¦ 0 ¦ 18 ¦ '+': the left operand is 1 × 2, the right operand is 1 × 3",
                "[1, 2; 3] ¦ 7 ¦ 8 ¦ this row has 1 entry, the first has 2",
                "[1, 2 m] ¦ 1 ¦ 7 ¦ the left side is a pure number, the right side is a length (m)",
                "5 m in s ¦ 7 ¦ 8 ¦ cannot be shown in s, which is for a time (s); this is a length (m)",
                "1:3 ¦ 0 ¦ 3 ¦ a range stands only after 'in', as in sum(k^2 for k in 1:10)",
                "f[2] ¦ 0 ¦ 4 ¦ an index stands behind the name of a sequence; an entry of a matrix is entry(A, 1, 2)",
                "sum(k for k in 3) ¦ 15 ¦ 16 ¦ a domain is 1:10 (integers), 0..1 (reals), complex, bits(n), real[2, 3], (0:1)[2, 3] or"
                        + " a list [a, b, c]; this is a pure number",
                "sum(k for k in bits(1, 2)) ¦ 15 ¦ 25 ¦ written bits(n)",
                "max(x for x in 0..1j) ¦ 15 ¦ 20 ¦ the ends of an interval are real numbers",
                "3' ¦ 0 ¦ 2 ¦ a prime is the transpose of a matrix, the derivative of a function or the complement of a"
                        + " truth value; this is a pure number",
                "det([1, 2]) ¦ 4 ¦ 10 ¦ a square matrix is needed here; this is an array 1 × 2 of a pure number",
                "solve([1], 2) ¦ 11 ¦ 12 ¦ a column is needed here: [b1; b2]",
                "sqrt(3 dB) ¦ 0 ¦ 10 ¦ the square root of a level has no meaning; db2mag(…) gives an amplitude",
                "db2pow(3) ¦ 7 ¦ 8 ¦ db2pow takes a level in dB or of a power; this is a pure number",
                "pow2db(3 V) ¦ 7 ¦ 10 ¦ pow2db takes a ratio or a power (W); this is a voltage (V)",
                "sum(0 dBm for k in 1:2) ¦ 4 ¦ 9 ¦ absolute levels cannot be added: convert them with db2pow(…) or"
                        + " db2mag(…)",
                "floor(1j) ¦ 6 ¦ 8 ¦ floor takes real numbers",
                // values
                "1/0 ¦ 0 ¦ 3 ¦ division by zero",
                "1 + 1/(2 - 2) ¦ 4 ¦ 12 ¦ division by zero",
                "0^-1 ¦ 0 ¦ 4 ¦ division by zero",
                "0^(1j) ¦ 0 ¦ 5 ¦ zero to an imaginary power",
                "(0j)^-1.5 ¦ 1 ¦ 9 ¦ division by zero",
                "(-8)^(1/3) ¦ 0 ¦ 10 ¦ a negative number to a fractional power",
                "sqrt(-1) ¦ 0 ¦ 8 ¦ sqrt is defined for x ≥ 0 (write x + 0j for a complex root), not for -1.0",
                "log(-1) ¦ 0 ¦ 7 ¦ log is defined for x ≥ 0, not for -1.0",
                "asin(2) ¦ 0 ¦ 7 ¦ asin is defined for −1 ≤ x ≤ 1 (write x + 0j for a complex value), not for 2.0",
                "inf - inf ¦ 0 ¦ 9 ¦ has no value here: a part of it is infinite, or larger than 1.8e308",
                "floor(inf) ¦ 0 ¦ 10 ¦ floor of an infinite number",
                "1j < 2 ¦ 0 ¦ 6 ¦ complex numbers have no order; compare abs(…), real(…) or imag(…)",
                "inv([1, 2; 2, 4]) ¦ 0 ¦ 17 ¦ the matrix is singular",
                "entry([1, 2], 1, 3) ¦ 0 ¦ 19 ¦ entry 1, 3 of a 1 × 2 matrix",
                "factorial(-1) ¦ 0 ¦ 13 ¦ factorial of -1",
                "factorial(1/2) ¦ 0 ¦ 14 ¦ factorial(n) takes whole numbers",
                "2^2^20 ¦ 0 ¦ 6 ¦ an exact number of more than 65536 bits",
                "max(k for k in 1:0) ¦ 0 ¦ 19 ¦ max over an empty domain",
                "sum(k for k in 1:1/2) ¦ 0 ¦ 21 ¦ a range of integers ends at 0.5",
                "g(0) ¦ 0 ¦ 4 ¦ in the step g: division by zero",
                "b ¦ 0 ¦ 1 ¦ in the step b: division by zero"
            })
    void aFaultShowsItsPlaceAndSaysWhatWouldBeRight(String text, int start, int end, String message) {
        Sheet sheet = Sheet.of("f(x) = x^2", "g(x) = 1/x", "b = 1/(1 - 1)");
        assertFault(sheet.fault(text), start, end, message);
    }

    @ParameterizedTest(name = "{0}: {3}")
    @CsvSource(
            delimiter = '|',
            value = {
                "a | 0 | 1 | expected '=' after this",
                "3 = 2 | 0 | 1 | expected a name to define, found '3'",
                "in = 2 | 0 | 2 | 'in' is a word of the language and cannot be a name to define",
                "f() = 2 | 2 | 3 | expected the name of a parameter, found ')'",
                "f(x = 2 | 4 | 5 | expected ')', found '='",
                "a = 2 3 | 6 | 7 | expected an operator or the end, found '3'",
                "x[2 n] = 2 | 2 | 5 | an index is a whole number, as in x[0] = …, or a name, as in x[n] = … or x[n+1] = …",
                "f(x) = y | 7 | 8 | unknown name 'y'",
                "f(x) = f(x - 1) | 7 | 8 | unknown function 'f'"
            })
    void aStepThatIsNotOne(String line, int start, int end, String message) {
        try {
            Steps.declare(line, Sheet.of().scope());
            throw new AssertionError(line + " was accepted");
        } catch (ExpressionFault fault) {
            assertFault(fault, start, end, message);
        }
    }

    @Test
    void allUnknownNamesAreFoundInOneGo() {
        Names names = new Names(Sheet.of().scope());
        assertThat(names.unknownIn(org.ansatz.expression.syntax.Parser.expression("u + v*sin(w) - cosine(1)")))
                .extracting(fault -> fault.span().start())
                .containsExactly(0, 4, 10, 15);
    }
}

package org.ansatz.judge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.ansatz.expression.Sheet;
import org.ansatz.expression.check.Expression;
import org.ansatz.expression.check.Listed;
import org.ansatz.expression.check.Reply;
import org.ansatz.expression.type.Estimate;
import org.ansatz.expression.type.NumberSet;
import org.ansatz.expression.type.Type;
import org.ansatz.expression.value.Value;
import org.ansatz.judge.Grade.Aspect;
import org.ansatz.problem.Answer;
import org.ansatz.problem.Case;
import org.ansatz.problem.Conclusion;
import org.ansatz.problem.Evidence;
import org.ansatz.problem.Key;
import org.ansatz.problem.Place;
import org.ansatz.problem.Point;
import org.ansatz.problem.Problem;
import org.ansatz.problem.Question;
import org.ansatz.problem.Tolerance;
import org.ansatz.quantity.Dimension;
import org.ansatz.quantity.Unit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What responses and keys are worth: numbers, ranges, sets, intervals, letters, formulas, several at once. */
final class GradingTest {

    private static final double INSIDE = 0.95;
    private static final double OUTSIDE = 1.05;
    private static final Sheet SHEET = Sheet.of();
    private static final Tolerance DIGITS = new Tolerance.Digits();
    private static final Answer.Number REAL = new Answer.Number("number", Type.REAL, null, DIGITS);
    private static final Answer.Number COMPLEX = new Answer.Number("complex", Type.COMPLEX, null, DIGITS);

    private static Expression literal(String text) {
        return Expression.literal(text, SHEET.scope());
    }

    // ---- numbers

    private static Grade grade(Estimate response, String low, String high, Answer.Number answer) {
        Reply reply = Reply.of("1.23", Dimension.NONE, null, SHEET.scope());
        Key.Range key = new Key.Range("", literal(low), literal(high));
        if (low.equals(high)) {
            Expression only = literal(low);
            key = new Key.Range(low, only, only);
        }
        return Grading.number(reply, response, key, answer, SHEET.frame(), Suspects.NONE);
    }

    @Test
    void aRangeIsWidenedByTheErrorOfTheResponse() {
        for (double part : new double[] {INSIDE, OUTSIDE}) {
            Grade below = grade(Estimate.of(2 - part * 0.1, 0.1), "2", "3", REAL);
            Grade above = grade(Estimate.of(3 + part * 0.1, 0.1), "2", "3", REAL);
            assertThat(below.isRight()).isEqualTo(part < 1);
            assertThat(above.isRight()).isEqualTo(part < 1);
            assertThat(below.remark()).isEqualTo(part < 1 ? "" : "too small");
            assertThat(above.remark()).isEqualTo(part < 1 ? "" : "too large");
        }
        assertThat(grade(Estimate.of(2, 0), "2", "3", REAL).isRight()).isTrue();
        assertThat(grade(Estimate.of(3, 0), "2", "3", REAL).isRight()).isTrue();
    }

    @Test
    void aNumberIsRightWithinDigitsAndErrorTogether() {
        for (double part : new double[] {INSIDE, OUTSIDE}) {
            assertThat(grade(Estimate.of(2.5 + part * 0.15, 0.1), "2.5", "2.5", REAL)
                            .isRight())
                    .isEqualTo(part < 1);
            assertThat(grade(Estimate.of(2.5 - part * 0.15, 0.1), "2.5", "2.5", REAL)
                            .isRight())
                    .isEqualTo(part < 1);
        }
    }

    /** A stated tolerance holds, however few digits the response has. */
    @Test
    void aStatedToleranceIsNotWidenedByTheDigitsOfTheResponse() {
        Answer.Number stated = new Answer.Number("number", Type.REAL, null, new Tolerance.Absolute(0.001));
        assertThat(grade(Estimate.of(1.233, 0), "1.23", "1.23", stated).isRight())
                .isFalse();
        assertThat(grade(Estimate.of(1.233, 0), "1.2300", "1.2300", REAL).isRight())
                .isTrue();
    }

    @Test
    void anImaginaryPartBeyondItsErrorIsNoRealNumber() {
        for (double part : new double[] {INSIDE, OUTSIDE}) {
            for (int sign = -1; sign <= 1; sign += 2) {
                Estimate z = new Estimate(new Value.Complex(2.5, sign * part * 0.01), 0.01);
                assertThat(grade(z, "2.5", "2.5", REAL).remark())
                        .isEqualTo(part < 1 ? "" : "a real number is asked for");
            }
        }
    }

    @ParameterizedTest(name = "{0} for {1}: {2}")
    @CsvSource({
        "3 - 4j, 3.00 + 4.00j, the sign of the imaginary part is wrong",
        "3.2 - 4j, 3.00 + 4.00j, ''",
        "3 - 4.2j, 3.00 + 4.00j, ''",
        "-3 - 4j, 3.00 + 4.00j, ''",
        "2, 3.00 + 4.00j, ''",
        "3 + 4j, 3.00, ''"
    })
    void aComplexNumberMayHaveTheSignOfItsImaginaryPartWrong(String response, String key, String remark) {
        Expression right = literal(key);
        Reply reply = Reply.of(response, Dimension.NONE, null, SHEET.scope());
        Grade grade = Grading.number(reply, new Key.Range(key, right, right), COMPLEX, SHEET.frame());
        assertThat(grade.number()).isEqualTo(Aspect.WRONG);
        assertThat(grade.remark()).isEqualTo(remark);
    }

    /** The prefix may be wrong of a single real number that has a unit. */
    @ParameterizedTest(name = "{0} for {1} to {2}: number {3}, unit {4}")
    @CsvSource({
        "1.5724 mm, 1.5724 m, 1.5724 m, RIGHT, WRONG",
        "-1.5724 mm, -1.5724 m, -1.5724 m, RIGHT, WRONG",
        "-1.5724 mm, 1.5724 m, 1.5724 m, WRONG, RIGHT",
        "1.5724 mm, 1.57 m, 1.58 m, WRONG, RIGHT",
        "2 mm, 1.5724 m, 1.5724 m, WRONG, RIGHT",
        "0 mm, 1.5724 m, 1.5724 m, WRONG, RIGHT",
        "1.5724 m, 1.5724 m, 1.5724 m, RIGHT, RIGHT",
        "3 + 9j mm, 3.00 + 4.00j m, 3.00 + 4.00j m, WRONG, RIGHT",
        "3 mm, 3.00 + 4.00j m, 3.00 + 4.00j m, WRONG, RIGHT",
        "3 + 4j mm, 3.00 m, 3.00 m, WRONG, RIGHT",
        "1.5724, 1.5724 m, 1.5724 m, RIGHT, MISSING"
    })
    void aPrefixMayBeWrong(String response, String low, String high, Aspect number, Aspect unit) {
        Expression from = literal(low);
        Expression to = low.equals(high) ? from : literal(high);
        Answer.Number length = new Answer.Number("number", from.type(), from.unit(), DIGITS);
        Reply reply = Reply.of(response, from.type().dimensionOrNone(), from.unit(), SHEET.scope());
        Grade grade = Grading.number(reply, new Key.Range("", from, to), length, SHEET.frame());
        assertThat(List.of(grade.number(), grade.unit())).isEqualTo(List.of(number, unit));
    }

    /** A level has mistakes of its own: 45.7 dB are no factor of 2. */
    @Test
    void aLevelIsOffByLogarithms() {
        Expression right = literal("-22.8294 dB");
        Answer.Number level = new Answer.Number("number", right.type(), right.unit(), DIGITS);
        Reply reply = Reply.of("-45.6588 dB", right.type().dimensionOrNone(), null, SHEET.scope());
        Grade grade = Grading.number(reply, new Key.Range("", right, right), level, SHEET.frame());
        assertThat(grade.mistake()).isEqualTo("10 log and 20 log");
    }

    /** A response is known to its digits and its error together, also where a mistake explains it. */
    @Test
    void aMistakeIsToldOfWhatIsReadAsExactlyAsItIsKnown() {
        for (double part : new double[] {INSIDE, OUTSIDE}) {
            Grade grade = grade(Estimate.of(200 + part * 0.105, 0.1), "100.00000", "100.00000", REAL);
            assertThat(grade.mistake()).isEqualTo(part < 1 ? "a factor of 2" : "");
        }
    }

    @Test
    void whatHasNoValueIsUnreadable() {
        Reply reply = Reply.of("1/0", Dimension.NONE, null, SHEET.scope());
        Expression right = literal("1");
        assertThat(Grading.number(reply, new Key.Range("1", right, right), REAL, SHEET.frame())
                        .remark())
                .startsWith("it has no value: ");
    }

    @Test
    void aRowIsNoNumber() {
        Reply reply = new Reply.Complete(SHEET.read("[1, 2]"));
        Expression right = literal("1");
        assertThat(Grading.number(reply, new Key.Range("1", right, right), REAL, SHEET.frame())
                        .remark())
                .isEqualTo("a number is asked for, and this is 1 × 2");
    }

    // ---- what is wrong with it

    @ParameterizedTest(name = "{0} for {1}: {2}")
    @CsvSource({
        "1572.4, 1.5724, 3",
        "1572.3999999, 1.5724, 3",
        "1, 1000, -3",
        "1e9, 1000, 6",
        "0.0015724, 1.5724, -3",
        "1.5724, 1.5724, 0",
        "-1572.4, 1.5724, 0",
        "0, 1.5724, 0",
        "1.5724, 0, 0",
        "1572.5, 1.5724, 0",
        "9.9, 1, 0"
    })
    void aPowerOfTenIsTold(double x, double right, int power) {
        assertThat(Mistake.powerOfTen(x, right, 1e-9 * Math.abs(right))).isEqualTo(power);
    }

    @Test
    void howCloseANumberIsIsToldByItsSize() {
        assertThat(Mistake.closeness(-1.02, -1)).isEqualTo("close: off by 2 %");
        assertThat(Mistake.closeness(-0.98, -1)).isEqualTo("close: off by 2 %");
        assertThat(Mistake.closeness(0.98, -1)).isEmpty();
        assertThat(Mistake.closeness(2, 1)).isEmpty();
    }

    /** A wrong value is known as well as the right one, in relation to it; and no better than it was read. */
    @Test
    void aMistakeExplainsWhatIsAsNearToItAsItMayBe() {
        List<Mistake> doubled = List.of(new Mistake("twice", "it is doubled", 200));
        for (double part : new double[] {INSIDE, OUTSIDE}) {
            boolean fits = part < 1;
            assertThat(Mistake.only(doubled, 200 + part * 2, 100, 1, 0) != null).isEqualTo(fits);
            assertThat(Mistake.only(doubled, 200 - part * 5, 100, 1, 5) != null).isEqualTo(fits);
            assertThat(Mistake.only(doubled, 200 + part, 0, 1, 0) != null).isEqualTo(fits);
            assertThat(Mistake.only(List.of(new Mistake("none", "it is the same", 100 + part)), 100 + part, 100, 1, 0)
                            == null)
                    .isEqualTo(fits);
            List<Mistake> negative = List.of(new Mistake("sign", "it is negative", -200));
            assertThat(Mistake.only(negative, -200 - part * 2, 100, 1, 0) != null)
                    .isEqualTo(fits);
        }
    }

    @Test
    void ofAMistakeWithAndWithoutADatumTheOneWithoutIsTaken() {
        Mistake general = new Mistake("a factor of 2", "twice the right value", 2);
        Mistake ofData = new Mistake("a factor of 2", "it looks as if R was doubled", 2);
        Mistake other = new Mistake("peak and rms", "another factor", 2);
        Mistake again = new Mistake("a factor of 2", "it looks as if C was doubled", 2);
        assertThat(Mistake.only(List.of(general, ofData), 2, 1, 0.01, 0)).isEqualTo(general);
        assertThat(Mistake.only(List.of(ofData, general), 2, 1, 0.01, 0)).isEqualTo(general);
        assertThat(Mistake.only(List.of(ofData, again), 2, 1, 0.01, 0)).isNull();
        assertThat(Mistake.only(List.of(general, other), 2, 1, 0.01, 0)).isNull();
        assertThat(Mistake.only(List.of(general, general), 2, 1, 0.01, 0)).isEqualTo(general);
    }

    @Test
    void theFirstTimeALearnerIsToldWhereToLook() {
        assertThat(Mistake.first("a factor of 2π", "2π times")).contains("counted twice, or left out");
        assertThat(Mistake.first("a power of ten", "1000 times")).contains("prefixes of the units");
        assertThat(Mistake.first("degrees and radians", "180/π")).contains("units of the angles");
        assertThat(Mistake.first("peak and rms", "√2 times")).contains("each amplitude");
        assertThat(Mistake.first("dBm and dBW", "30 dB")).contains("to what");
        assertThat(Mistake.first("the sign", "the sign is wrong")).isEqualTo("the sign is wrong");
        assertThat(Mistake.first("a power of ten", "it looks as if R was read in ohm"))
                .isEqualTo("it looks as if R was read in ohm");
    }

    // ---- letters and formulas

    @ParameterizedTest(name = "{0} of {1}: {2}, {3}")
    @CsvSource(
            delimiter = '|',
            value = {
                "A | A | right |",
                "B | A | wrong |",
                "A, B | A | wrong | 1 of 1 right options, 1 wrong",
                "A | A, C | wrong | 1 of 2 right options, 0 wrong",
                "B, C | A, C | wrong | 1 of 2 right options, 1 wrong",
                "C and A | A, C | right |",
                "X | A | unreadable | 'X' is not an option; the options are A, B, C",
                "? | A | unreadable | no option is chosen; the options are A, B, C"
            })
    void lettersAreCounted(String response, String key, String verdict, String remark) {
        Key.Letters right = new Key.Letters(key, List.of(Set.of(key.split(", "))));
        Grade grade = Grading.letters(response, right, List.of("A", "B", "C"));
        assertThat(grade.verdict()).isEqualTo(verdict);
        assertThat(grade.remark()).isEqualTo(remark == null ? "" : remark);
    }

    @Test
    void aFormulaIsGradedByHowItCompares() {
        assertThat(Grading.formula(new Equivalence.Equal(false, "no difference"))
                        .isRight())
                .isTrue();
        Grade unknown = Grading.formula(new Equivalence.Undecided("it takes too long"));
        assertThat(unknown.number()).isEqualTo(Aspect.UNKNOWN);
        assertThat(unknown.remark()).isEqualTo("it takes too long");
        assertThat(Grading.formula(new Equivalence.Different("x = 2", "4", "5", ""))
                        .remark())
                .isEqualTo("at x = 2 it is 4, and should be 5");
        assertThat(Grading.formula(new Equivalence.Different("x = 2", "4", "5", "x"))
                        .remark())
                .isEqualTo("at x = 2 its derivative by x is 4, and should be 5");
        Grade kind = Grading.formula(new Equivalence.Different("", "a length (m)", "a time (s)", ""));
        assertThat(kind.dimension()).isEqualTo(Aspect.WRONG);
        assertThat(kind.remark()).isEqualTo("a time (s) is asked for, and this is a length (m)");
    }

    @Test
    void whereFormulasDifferIsSaid() {
        assertThat(new Equivalence.Different("x = 2", "4", "5", "").reason())
                .isEqualTo("at x = 2 the first is 4, the second 5");
        assertThat(new Equivalence.Different("", "4", "5", "").reason()).isEqualTo("the first is 4, the second 5");
        assertThat(new Equivalence.Different("x = 2", "4", "5", "x").reason())
                .isEqualTo("at x = 2 the derivative by x of the first is 4, of the second 5");
    }

    @Test
    void whatIsOfAnotherKindIsToldByWhatTellsThemApart() {
        Type length = Type.real(Dimension.LENGTH);
        Type time = Type.real(Dimension.TIME);
        Type row = SHEET.read("[1, 2]").type();
        Type truth = SHEET.read("1 < 2").type();
        assertThat(Mismatch.between(length, time)).isEqualTo("a length (m) is asked for, and this is a time (s)");
        assertThat(Mismatch.between(Type.REAL, row)).isEqualTo("a number is asked for, and this is 1 × 2");
        assertThat(Mismatch.between(Type.REAL, truth)).endsWith(" is asked for, and this is a truth value");
        assertThat(Mismatch.between(truth, length)).startsWith("a truth value is asked for, and this is ");
        assertThat(Mismatch.between(length, length)).isEqualTo("what is asked for is of another kind than this");
    }

    // ---- sets and intervals

    private static Answer.Collection collection(NumberSet kind, Tolerance tolerance) {
        String name = kind == NumberSet.SET ? "set" : "interval";
        return new Answer.Collection(
                name, Type.of(kind, Dimension.LENGTH), literal("1 m").unit(), tolerance);
    }

    private static Grade listed(NumberSet kind, String response, String... key) {
        Answer.Collection answer = collection(kind, DIGITS);
        Unit unit = answer.unit();
        List<Expression> right = new ArrayList<>();
        for (String number : key) {
            right.add(number.equals("inf") ? SHEET.read("inf") : literal(number));
        }
        return CollectionGrading.of(
                Listed.of(response, answer.type(), unit, SHEET.scope()), right, answer, SHEET.frame());
    }

    @ParameterizedTest(name = "{0} for 2.00, 30.0, 0.500 m: {1}, {2}")
    @CsvSource(
            delimiter = '|',
            value = {
                "2 m, 30 m, 0.5 m | right |",
                "0.5 m, 2 m, 30 m | right |",
                "500 mm, 2 m, 30 m, 2 m | right |",
                "0.5, 2, 30 | unit missing |",
                "2 m, 30 m | wrong | what is there is right, but it is not all",
                "2 m, 30 m, 0.5 m, 7 m | wrong | all that belong to it are there, but not only those",
                "2 m, 30 m, 0.6 m | wrong | 2 of 3 are right",
                "2 m, 7 m | wrong | 1 of 2 are right",
                "7 m, 8 m | wrong |",
                "2 s, 30 m | wrong | a set of lengths (m) is asked for, and there is a time (s)",
                "2 m, 1/0 m | unreadable | it has no value",
                "2 m, qqq | unreadable |"
            })
    void aSetIsRightIfItsNumbersAre(String response, String verdict, String remark) {
        Grade grade = listed(NumberSet.SET, response, "2.00 m", "30.0 m", "0.500 m");
        assertThat(grade.verdict()).as(grade.remark()).isEqualTo(verdict);
        assertThat(grade.remark()).contains(remark == null ? "" : remark);
    }

    @Test
    void aDoubleRootIsOneNumber() {
        assertThat(listed(NumberSet.SET, "2 m", "2.00 m", "2.00 m").isRight()).isTrue();
        assertThat(listed(NumberSet.SET, "2 m, 2 m", "2.00 m").isRight()).isTrue();
    }

    @ParameterizedTest(name = "{0} for {1} to {2}: {3}, {4}")
    @CsvSource(
            delimiter = '|',
            value = {
                "2 m to 7 m | 2.00 m | 7.00 m | right |",
                "2 to 7 | 2.00 m | 7.00 m | unit missing |",
                "2 m to 8 m | 2.00 m | 7.00 m | wrong | the lower end is right, the upper end is not",
                "3 m to 7 m | 2.00 m | 7.00 m | wrong | the upper end is right, the lower end is not",
                "3 m to 8 m | 2.00 m | 7.00 m | wrong | neither end is right",
                "7 m to 2 m | 2.00 m | 7.00 m | unreadable | an interval goes from the smaller number to the larger one",
                "2 m to 2 m | 2.00 m | 2.00 m | right |",
                "2 m to inf | 2.00 m | inf | right |",
                "2 m to inf | 2.00 m | 7.00 m | wrong | the lower end is right, the upper end is not",
                "2 m to 7 m | 2.00 m | inf | wrong | the lower end is right, the upper end is not"
            })
    void anIntervalIsRightIfItsEndsAre(String response, String low, String high, String verdict, String remark) {
        Grade grade = listed(NumberSet.INTERVAL, response, low, high);
        assertThat(grade.verdict()).as(grade.remark()).isEqualTo(verdict);
        assertThat(grade.remark()).contains(remark == null ? "" : remark);
    }

    // ---- keys

    private static final Case DATA = new Case(
            new Question(List.of(), List.of(), List.of(), List.of(), List.of()),
            List.of(),
            SHEET.frame(),
            Problem.PUBLISHED);

    private static Evidence.Values found(Type type, double error, double... numbers) {
        List<Value> entries = new ArrayList<>();
        for (double number : numbers) {
            entries.add(new Value.Real(number));
        }
        Value value = type.isCollection() ? new Value.Array(1, numbers.length, entries) : entries.get(0);
        return new Evidence.Values(
                List.of(new Point(List.of())), 1, List.of(new Estimate(value, error)), type, Map.of());
    }

    private static Key.Claim claim(Key key) {
        return new Key.Claim(key, "somebody", "", new Place("key", 1, 1));
    }

    private static boolean agrees(NumberSet kind, Evidence.Values found, String... key) {
        List<Expression> numbers = new ArrayList<>();
        for (String number : key) {
            numbers.add(number.equals("inf") ? SHEET.read("inf") : literal(number));
        }
        Key.Claim claim = claim(new Key.Collection(String.join(", ", key), numbers));
        return KeyAudit.agrees(claim, new Conclusion.Found(found, ""), collection(kind, DIGITS), DATA);
    }

    @Test
    void aKeyIsASetIfEachNumberIsFoundWithinItsDigitsAndTheError() {
        Type set = Type.of(NumberSet.SET, Dimension.LENGTH);
        for (double part : new double[] {INSIDE, OUTSIDE}) {
            boolean agree = part < 1;
            assertThat(agrees(NumberSet.SET, found(set, 0, 2 + part * 0.05, 30), "30 m", "2.0 m"))
                    .isEqualTo(agree);
            assertThat(agrees(NumberSet.SET, found(set, 0.1, 2 - part * 0.15, 30), "30 m", "2.0 m"))
                    .isEqualTo(agree);
            assertThat(agrees(NumberSet.SET, found(set, 0, 2, 30 - part * 0.5), "2.0 m", "30 m"))
                    .isEqualTo(agree);
        }
        assertThat(agrees(NumberSet.SET, found(set, 0, 2, 30), "2.0 m")).isFalse();
        assertThat(agrees(NumberSet.SET, found(set, 0, 2), "2.0 m", "30 m")).isFalse();
        assertThat(agrees(NumberSet.SET, found(set, 0, 2, 2.04), "2.0 m", "30 m"))
                .isFalse();
        assertThat(agrees(NumberSet.SET, found(set, 0, 2), "2.0 m", "2.00 m")).isTrue();
    }

    @Test
    void anEndOfAnIntervalIsInfiniteOrNot() {
        Type interval = Type.of(NumberSet.INTERVAL, Dimension.LENGTH);
        double inf = Double.POSITIVE_INFINITY;
        assertThat(agrees(NumberSet.INTERVAL, found(interval, 0, 2, inf), "2.0 m", "inf"))
                .isTrue();
        assertThat(agrees(NumberSet.INTERVAL, found(interval, 0, 2, 30), "2.0 m", "inf"))
                .isFalse();
        assertThat(agrees(NumberSet.INTERVAL, found(interval, 0, 2, inf), "2.0 m", "30 m"))
                .isFalse();
        assertThat(agrees(NumberSet.INTERVAL, found(interval, 0, 2, 2), "2.0 m", "2.0 m"))
                .isTrue();
    }

    private static final Answer.Parts BOTH =
            new Answer.Parts("parts", List.of(new Answer.Part("gain", REAL), new Answer.Part("delay", REAL)));

    private static Conclusion both(double gain, double delay) {
        return Judge.conclude(
                new Evidence.Parts(
                        Map.of("gain", found(Type.REAL, 0, gain), "delay", found(Type.REAL, 0, delay)), List.of()),
                BOTH,
                DATA);
    }

    private static Key.Range range(String number) {
        Expression only = literal(number);
        return new Key.Range(number, only, only);
    }

    @Test
    void aKeyOfSeveralPartsAgreesInEachOfThem() {
        Key.Claim claim = claim(new Key.Parts("", Map.of("gain", range("2.0"), "delay", range("30"))));
        assertThat(KeyAudit.agrees(claim, both(2.04, 30), BOTH, DATA)).isTrue();
        assertThat(KeyAudit.agrees(claim, both(2.06, 30), BOTH, DATA)).isFalse();
        assertThat(KeyAudit.agrees(claim, both(2, 31), BOTH, DATA)).isFalse();
        assertThat(KeyAudit.agrees(claim, new Conclusion.Undecided("why"), BOTH, DATA))
                .isFalse();
    }

    @Test
    void severalPartsAgreeIfEachOfThemDoes() {
        assertThat(Agreement.between(both(2, 30), both(2, 30), BOTH).agree()).isTrue();
        assertThat(Agreement.between(both(2, 30), both(2, 31), BOTH).agree()).isFalse();
        Conclusion undecided = new Conclusion.Undecided("why");
        assertThat(Agreement.between(both(2, 30), undecided, BOTH).agree()).isFalse();
        assertThat(Agreement.between(undecided, both(2, 30), BOTH).agree()).isFalse();
    }

    @Test
    void aPartThatIsNotFoundIsNamed() {
        Evidence.Values imaginary = new Evidence.Values(
                List.of(new Point(List.of())),
                1,
                List.of(Estimate.exact(new Value.Complex(0, 2))),
                Type.COMPLEX,
                Map.of());
        Evidence evidence = new Evidence.Parts(Map.of("gain", found(Type.REAL, 0, 2), "delay", imaginary), List.of());
        assertThat(Judge.conclude(evidence, BOTH, DATA))
                .isEqualTo(new Conclusion.Undecided("delay: a real number is asked for, and this is 0 + 2j"));
    }

    /** Whether a reply of what a misconception leads to would be marked right. */
    @Test
    void aWrongValueIsAdmittedWhereItWouldBeMarkedRight() {
        for (double part : new double[] {INSIDE, OUTSIDE}) {
            boolean admitted = part < 1;
            assertThat(admits(REAL, found(Type.REAL, 0, 1.5724), found(Type.REAL, 0, 1.5724 + part * 0.005)))
                    .isEqualTo(admitted);
            Answer.Number percent = new Answer.Number("number", Type.REAL, null, new Tolerance.Relative(0.01));
            assertThat(admits(percent, found(Type.REAL, 0, -200), found(Type.REAL, 0, -200 - part * 2)))
                    .isEqualTo(admitted);
            assertThat(Meaning.of(BOTH).admits(both(2, 30.1), both(2, 30.1 + part * 0.05)))
                    .isEqualTo(admitted);
            assertThat(Meaning.of(BOTH).admits(both(2.5, 30.1), both(2.5 + part * 0.005, 30.1)))
                    .isEqualTo(admitted);
        }
        Conclusion undecided = new Conclusion.Undecided("why");
        assertThat(Meaning.of(REAL).admits(undecided, new Conclusion.Found(found(Type.REAL, 0, 2), "")))
                .isFalse();
        assertThat(Meaning.of(REAL).admits(new Conclusion.Found(found(Type.REAL, 0, 2), ""), undecided))
                .isFalse();
        assertThat(Meaning.of(BOTH).admits(both(2, 30), undecided)).isFalse();
        assertThat(Meaning.of(BOTH).admits(undecided, both(2, 30))).isFalse();
    }

    /** A count is right or it is not, unless a tolerance is stated. */
    @Test
    void anotherWholeNumberIsNotAdmitted() {
        Evidence.Values count = exact(1572);
        assertThat(admits(REAL, count, exact(1572))).isTrue();
        assertThat(admits(REAL, count, exact(1573))).isFalse();
        Answer.Number percent = new Answer.Number("number", Type.REAL, null, new Tolerance.Relative(0.01));
        assertThat(admits(percent, count, exact(1573))).isTrue();
    }

    private static Evidence.Values exact(int number) {
        return new Evidence.Values(
                List.of(new Point(List.of())),
                1,
                List.of(Estimate.exact(Value.Exact.of(number))),
                Type.INTEGER,
                Map.of());
    }

    private static boolean admits(Answer answer, Evidence.Values right, Evidence.Values other) {
        return Meaning.of(answer).admits(new Conclusion.Found(right, ""), new Conclusion.Found(other, ""));
    }

    @Test
    void whereSeveralOptionsAreRightOneLetterDecidesNothing() {
        Conclusion several = new Conclusion.NotOne(Set.of("A", "B"), "", "options A and B both hold");
        Conclusion none = new Conclusion.NotOne(Set.of(), "", "no option holds");
        Key.Claim one = claim(new Key.Letters("A", List.of(Set.of("A"))));
        Key.Claim either = claim(new Key.Letters("A or B", List.of(Set.of("A"), Set.of("B"))));
        Key.Claim all = claim(new Key.MarksToAll("marks to all"));
        assertThat(KeyAudit.isDecided(one, several)).isFalse();
        assertThat(KeyAudit.isDecided(either, several)).isTrue();
        assertThat(KeyAudit.isDecided(all, several)).isTrue();
        assertThat(KeyAudit.isDecided(one, none)).isTrue();
        assertThat(KeyAudit.isDecided(one, new Conclusion.Chosen(Set.of("B"), "")))
                .isTrue();
        assertThat(KeyAudit.isDecided(claim(range("2")), several)).isFalse();
    }
}

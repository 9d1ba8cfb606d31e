package org.ansatz.field.logic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.ansatz.bank.Yaml;
import org.ansatz.expression.type.Estimate;
import org.ansatz.expression.type.Export;
import org.ansatz.expression.value.Arithmetic;
import org.ansatz.expression.value.Value;
import org.ansatz.problem.Evidence;
import org.ansatz.problem.Problem;
import org.ansatz.verify.Verifier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Gate-level equations as they are written in a problem. */
final class LogicBlockTest {

    private static Value value(String logic, String value) {
        return value(logic, "", "{}", value);
    }

    /** A value of gates whose inputs are stated, in a problem with these data. */
    private static Value value(String logic, String inputs, String given, String value) {
        Problem problem = Yaml.problem(text(logic, inputs, given, value));
        Evidence evidence = problem.routes().get(0).evidence(problem.published());
        return ((Evidence.Values) evidence).first().value();
    }

    private static String text(String logic, String inputs, String given, String value) {
        return """
                title: Gates
                statement: What do they do?
                given: %s
                answer: {kind: number}
                routes:
                  gates:
                    logic: |
                %s
                %s
                    value: %s
                """.formatted(
                        given,
                        logic.replace("\\n", "\n").indent(6).stripTrailing(),
                        inputs.isEmpty() ? "" : "    inputs: " + inputs,
                        value);
    }

    private static List<String> faults(String logic, String inputs, String given) {
        return Yaml.faults(Yaml.read(text(logic, inputs, given, "models(Y)")));
    }

    private static String shown(String logic, String value) {
        return ((Value.Exact) value(logic, value)).number().toString();
    }

    /** The answer's own variables are inputs by right, and may be named as such, which tells that {@code AB} is a product. */
    @Test
    void theVariablesOfTheAnswerMayBeNamedAsInputs() {
        Problem problem = Yaml.problem("""
                title: A sum of products
                statement: Which function is it?
                answer: {kind: boolean, of: {A: bit, B: bit, C: bit}}
                routes:
                  by hand: A and B or C
                  gates:
                    logic: F = AB + C
                    inputs: A, B, C
                    value: F
                """);
        assertThat(Verifier.published(problem, List.of()).judgement().status()).isEqualTo("unkeyed");
    }

    /** 2^(n−1)·(2^n − 1) pairs of words have A above B; for n = 1, 2, 3, 4 that is 1, 6, 28, 120. */
    @ParameterizedTest
    @CsvSource({"2, 6", "3, 28", "4, 120", "64, 170141183460469231722463931679029329920"})
    void aComparatorIsCountedExactly(int width, String count) {
        String comparator = "G[0] = A[0] B[0]'\n"
                + "G[i] = A[i] B[i]' + (A[i] xnor B[i]) G[i-1] for i in 1:" + (width - 1) + "\n"
                + "Y = G[" + (width - 1) + "]";
        assertThat(shown(comparator, "models(Y)")).isEqualTo(count);
    }

    @ParameterizedTest
    @CsvSource({
        "A B, 1",
        "A + B, 3",
        "A xor B, 2",
        "A xnor B, 2",
        "A nand B, 3",
        "A nor B, 1",
        "A'B + C, 5",
        "(A + B)'C, 1",
        "not A and B, 1",
        "A B C + A'B'C', 2",
        "A B or A'(C xor D), 8"
    })
    void expressionsAreReadAsInTextbooks(String expression, String models) {
        assertThat(shown("Y = " + expression, "models(Y)")).isEqualTo(models);
    }

    @ParameterizedTest
    @CsvSource({
        "(A + B)', A'B', 1",
        "A B + A'C + B C, A B + A'C, 1",
        "A + A'B, A + B, 1",
        "A xor B, A B' + A'B, 1",
        "A + B C, (A + B)(A + C), 1",
        "A B + C, A (B + C), 0",
        "(A B)', A'B', 0"
    })
    void theLawsOfBooleanAlgebraHoldAndOthersDoNot(String left, String right, String equivalent) {
        String logic = "X = " + left + "\nY = " + right;
        assertThat(shown(logic, "if(equivalent(X, Y), 1, 0)")).isEqualTo(equivalent);
    }

    @Test
    void aMajorityOfThreeIsTheCarryOfAnAdder() {
        assertThat(shown("M = A B + B C + A C\nS = A xor B xor C", "models(M)")).isEqualTo("4");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "Y = Z A\\nZ = Y + B; Y rests on itself, through Z; feedback has no truth table",
                "Y = Y A; Y rests on itself; feedback has no truth table",
                "B[i] = A[i] for i in 1:3\\nA[i] = B[i] for i in 1:3\\nY = B[2]; B1 rests on itself, through A1",
                "G[0] = A\\nG[i] = G[i-1] A for i in 1:3\\nY = G[4]; G[4] is used but never defined",
                "Y = A\\nY = B; Y is defined twice",
                "G[0] = A\\nG[i] = G[i-2] A for i in 1:3\\nY = G[3]; the index of G is -1 here"
            })
    void whatIsNoCombinationalLogicIsRefused(String logic, String reason) {
        assertThatThrownBy(() -> value(logic.replace("\\n", "\n"), "models(Y)")).hasMessageContaining(reason);
    }

    /** With three inputs 8 combinations, with two 4; the counts by hand. */
    @ParameterizedTest
    @CsvSource({
        "Y = AB + BC + CA, 4",
        "Y = ab + bc + ca, 4",
        "Y = AB + A + B, 3",
        "Y = AB' + A' + B, 4",
        "Y = AB' + BA', 2",
        "Y = (AB)' + BA, 4",
        "Y = (AB)' + A'B', 3",
        "Y = A B''  + BA, 1",
        "Y = A'B' + AB'' + A B, 2",
        "Y = AB(C + D) + A + B + C + D, 15",
        "Y = AB(C + D) + 0 (A + B), 3",
        "Y = A1B1 + B1A1, 1",
        "Y = D D1\\nD = AB + BA, 1",
        "Y = A(B + C)' + 0 B, 1",
        "Y = A (B + C)', 1",
        "Y = (A(B + C))', 5"
    })
    void lettersSideBySideAreAProduct(String logic, String models) {
        assertThat(shown(logic, "models(Y)")).isEqualTo(models);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "Y = A xor B xor Cin; 4",
                "Y = carry_in A; 1",
                "Y = A + carry; 3",
                "AB = A + B\\nY = AB C; 3",
                "Y = x_1 + x_2; 3",
                "Y = Req[1] + Req1' Req[2]; 3"
            })
    void wordsThatNobodyReadsAsProductsAreSignals(String logic, String models) {
        assertThat(shown(logic, "models(Y)")).isEqualTo(models);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "Y = EN D; EN, D; 1",
                "Y = AB + CD; A, B, C, D; 7",
                "Y = AB + CD; AB CD; 3",
                "Y = AB + A; AB, A; 3",
                "Y = A B; A, B, C; 2",
                "Y = Req[1] Req[2]; Req; 1",
                "Y = Req[1] Req[2]; [Req1, Req2, Req3]; 2"
            })
    void statedInputsDecide(String logic, String inputs, String models) {
        assertThat(((Value.Exact) value(logic, inputs, "{}", "models(Y)")).number())
                .hasToString(models);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "Y = AB; ''; AB may be one input or a product: write A B for the product, or name all inputs in the field"
                        + " 'inputs', as in inputs: AB",
                "Y = AB + CD; ''; AB may be one input or a product",
                "Y = EN D; ''; EN may be one input or a product",
                "Y = EN D + N; ''; EN may be one input or a product",
                "Y = AB + C; A, B; 'C' is neither defined nor among the inputs, A, B",
                "Y = AX; A, B; 'AX' is neither defined nor among the inputs, A, B",
                "Y = A[1] B; B; 'A' is neither defined nor among the inputs, B",
                "Y = A; A+B; 'A+B' is not the name of an input; written inputs: A, B, EN",
                "Y = A B AB[1]; ''; AB[…] is one signal, but A and B are signals, too",
                "Y = not A + B; ''; not A + B may be the complement of all or of the first: write not (A + B)",
                "Y = not A B; ''; not A B may be the complement of all or of the first",
                "Y = C + not A * B; ''; a number, a name or '('",
                "Y = not AB + BA; ''; not AB + BA may be the complement of all",
                "Y = (not AB) + BA; ''; not AB may be the complement of all",
                "Y = not A(B + C); ''; not A(B + C) may be the complement of all",
                "Y = not (A) + B; ''; may be the complement of all",
                "Y = A and B + C; ''; '+' beside 'and' can be read in two ways",
                "Y = A + B and C; ''; '+' beside 'and' can be read in two ways",
                "Y = A xor B + C; ''; '+' beside 'xor' can be read in two ways",
                "Y = A nor B + C; ''; '+' beside 'nor' can be read in two ways",
                "Y = (A) + B nand C; ''; '+' beside 'nand' can be read in two ways",
                "Y = (0:1)[2]; ''; an index stands after the name of a signal, as in A[1]",
                "true = A\\nY = A; ''; 'true' is a word of the language and cannot be a signal",
                "Y = if A; ''; 'if' is a word of the language and cannot be a signal"
            })
    void whatCouldBeReadInTwoWaysIsRefused(String logic, String inputs, String reason) {
        assertThat(faults(logic, inputs, "{}"))
                .anySatisfy(fault -> assertThat(fault).contains(reason));
    }

    @ParameterizedTest
    @CsvSource({
        "not (A + B), 1",
        "(not A) + B, 3",
        "not ((A) + B), 1",
        "not A or B, 3",
        "not A', 1",
        "not (A B), 3",
        "not (A*B), 3",
        "(A B)', 3",
        "(A*B)', 3",
        "A and (B*C), 1",
        "A and (B + C), 3",
        "(A and B) + C, 5",
        "(A B + C) and D, 5",
        "((A + B) C + D) and E, 11",
        "A or B + C, 7",
        "A xor B C, 4",
        "true or A, 2",
        "true' + A, 1",
        "A and not false, 1",
        "0 A + 1 B, 2"
    })
    void bracketsSayWhatIsMeant(String expression, String models) {
        assertThat(shown("Y = " + expression, "models(Y)")).isEqualTo(models);
    }

    @Test
    void theOrderOfDefinitionsDoesNotMatter() {
        assertThat(shown("A[i] = B[i-1] for i in 1:8\nB[i] = A[i-1]' for i in 1:8\nY = A[8]", "models(Y)"))
                .as("A8 = B7 = A6' = … = A0, of the inputs A0 and B0")
                .isEqualTo("2");
        assertThat(shown("Y = Z'\nZ = A B", "models(Y)")).isEqualTo("3");
        assertThat(shown("Y = G[0]\nG[i] = G[i+1] for i in 0:4000\nG[4001] = A", "models(Y)"))
                .as("a long chain")
                .isEqualTo("1");
    }

    @Test
    void theStartOfARecurrenceIsAnInputAndSaidToBeOne() {
        Problem problem = Yaml.problem(text("C[i] = A[i] C[i-1] for i in 1:2\nY = C[2]", "", "{}", "models(Y)"));
        assertThat(problem.routes().get(0).evidence(problem.published()).remarks())
                .containsExactly("C[0] is read and never defined, and so an input of the logic");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "Y = X\\nX = Q1; {Q1: 0}; 0",
                "Y = X\\nX = Q1; {Q1: 1}; 1",
                "Y = Q1 + A; {Q1: 0}; 1",
                "Y = Q1' A; {Q1: 0}; 1",
                "Y = Q1Q0 + Q0Q1'; {Q1: 1}; 1",
                "Y = Q1 A; {Q1: 2 - 1}; 1",
                "Y = Q[1] A; {Q1: 0}; 0"
            })
    void aGivenIsItsValue(String logic, String given, String models) {
        assertThat(((Value.Exact) value(logic, "", given, "models(Y)")).number())
                .hasToString(models);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "Y = A B; ''; {A: 5 V}; A is a voltage (V) of the problem; a signal is 0 or 1: give it another name",
                "Y = A B; A, B; {A: 1}; A has a value in the problem, so it is not an input"
            })
    void aGivenThatIsNoBitIsRefused(String logic, String inputs, String given, String reason) {
        assertThat(faults(logic, inputs, given))
                .anySatisfy(fault -> assertThat(fault).contains(reason));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "Y = A B; {A: 2}; A is 2 here; a signal is 0 or 1",
                "Y = A[1] B; {A1: 2}; A1 is 2 here; a signal is 0 or 1",
                "Y = A[1] B; {A1: 5 V}; A1 is a voltage (V) of the problem",
                "A[i] = B for i in 1:2\\nY = A[1]; {A1: 1}; A1 has a value in the problem and an equation in the logic"
            })
    void aGivenHasTheValueOfABit(String logic, String given, String reason) {
        assertThatThrownBy(() -> value(logic, "", given, "models(Y)")).hasMessageContaining(reason);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "D[i] = Q[i] for i in 1:3\\nQ[i] = Q[i-1]' for i in 1:4; {Q0: 1}; sum(if(D[i], 1, 0) for i in 1:3); 1",
                "D[i] = 1 for i in 1:14; {}; sum(if(D[i], 1, 0) for i in 1:14); 14",
                "D[i] = 1 for i in 1:14; {}; count(D[i] for i in 1:14); 14",
                "D[i] = A[i] for i in 1:3; {}; sum(2^(i-1)*if(D(i, A1 = 1, A2 = 0, A3 = 1), 1, 0) for i in 1:3); 5",
                "D[i] = A[i] B for i in 1:3; {}; sum(models(D[i]) for i in 1:3); 12",
                "D[i] = A[i] B for i in 1:3; {}; if(equivalent(D[1], D[2]), 1, 0); 0",
                "Y = A B'; {}; if(Y(A = 1, B = 0), 1, 0); 1",
                "Y = A B'; {}; if(Y(A = 1, B = 1), 1, 0); 0",
                "Y = A B'; {}; if(Y(A = 0), 1, 0); 0",
                "Y = A B'; {}; if(Y(B = 0, A = 1)', 1, 0); 0",
                "Y = A B'; {}; count(Y(A = a, B = b) for a in 0:1, b in 0:1); 1",
                "Y = A B'; {}; count(Y(A = A, B = B) for A in 0:1, B in 0:1); 1",
                "Y = A xor B; {}; sum(a for a in 0:1, b in 0:1 if Y(A = a, B = b)); 1",
                "Y = A B'; {A: 1}; if(Y(B = 0), 1, 0); 1",
                "Y = A B'; {A: 1}; if(Y(B = 0, A = 0), 1, 0); 0",
                "Y = A B'\\nZ = A; {A: 1, B: 1}; if(not Y and Z, 2, 3); 2"
            })
    void aSignalIsATruthValueAtGivenInputs(String logic, String given, String value, String result) {
        assertThat(((Value.Exact) value(logic, "", given, value)).number()).hasToString(result);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "DB = A + C; 2*if(DB, 1, 0); DB is no truth value here, for it depends on A, C; a signal is one at given"
                        + " inputs, as in DB(A = 1, C = 1)",
                "Y = A B; if(Y(A = 1), 1, 0); Y is no truth value here",
                "Y = A B; if(Y(A = 1, B = 2), 1, 0); B is 2 here; an input is 0 or 1",
                "Y = A B; if(Y(A = 1, Q = 1), 1, 0); Q is no input of the logic; its inputs are A, B",
                "Y[i] = A[i] for i in 1:2; if(Y[3], 1, 0); Y[3] is not defined in the logic",
                "Y[i] = A[i] for i in 1:2; if(Y[1/2], 1, 0); Y[0.5] is not defined in the logic"
            })
    void aSignalWithoutItsInputsHasNoValue(String logic, String value, String reason) {
        assertThatThrownBy(() -> value(logic, value)).hasMessageContaining(reason);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "2*Y; this is a signal, which is a truth value only at given inputs, as in Y(A = 1, B = 0)",
                "models(3); models takes a signal",
                "if(Y(A = 1, A = 0), 1, 0); A has its value already",
                "models(Y[1]); Y takes 0 arguments",
                "models(Z[1]); unknown name 'Z'"
            })
    void aSignalIsNoNumber(String value, String reason) {
        assertThat(Yaml.faults(Yaml.read(text("Y = A B", "", "{}", value))))
                .anySatisfy(fault -> assertThat(fault).contains(reason));
    }

    @Test
    void aNameIsASignalOrARowOfThem() {
        assertThat(faults("Y = A\nY[i] = B for i in 1:2", "", "{}"))
                .anySatisfy(fault -> assertThat(fault).contains("Y is defined with an index and without one"));
    }

    /** By hand, on Karnaugh maps. */
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "Y = AB + BC + CA; literals(Y); 6",
                "Y = AB + BC + CA; minimal_sop(Y); 6",
                "Y = AB + BC + CA; minimal_pos(Y); 6",
                "Y = A B + A'C + B C; prime_implicants(Y); 3",
                "Y = A B + A'C + B C; essential_prime_implicants(Y); 2",
                "Y = A B + A'C + B C; minimal_sop(Y); 4",
                "Y = A B' + B C' + C A'; prime_implicants(Y); 6",
                "Y = A B' + B C' + C A'; essential_prime_implicants(Y); 0",
                "Y = A + B C; minimal_sop(Y); 3",
                "Y = A + B C; minimal_pos(Y); 4",
                "Y = A + A'; minimal_sop(Y); 0",
                "Y = A A'; minimal_pos(Y); 0",
                "Y = A A'; prime_implicants(Y); 0",
                "Y = A B\\nD = A B'; minimal_sop(Y, dont_care = D); 1",
                "Y = A B\\nD = A B'; minimal_sop(Y, D); 1",
                "Y = A B\\nD = A B' C; minimal_sop(Y, dont_care = D); 2",
                "Y = A B\\nD = A B' C; prime_implicants(Y, dont_care = D); 2",
                "Y = A B\\nD = A' + B'; minimal_sop(Y, dont_care = D); 0",
                "Y = A xor B xor C; literals(Y) + minimal_sop(Y); 15",
                "Y[i] = A[i] B for i in 1:2; minimal_sop(Y[2]); 2"
            })
    void aSignalIsMinimised(String logic, String value, String result) {
        assertThat(shown(logic, value)).isEqualTo(result);
    }

    /** The digits 0, 2, 3, 5, 6, 7, 8 and 9 of a seven-segment display light its segment a: A + C + B D + B'D'. */
    @Test
    void theSegmentOfADisplayIsMinimisedWithTheCodesThatDoNotOccur() {
        String display = "Y = A'B'C'D' + A'B'C + A'B C'D + A'B C + A B'C'\nN = A B + A C";
        assertThat(shown(display, "minimal_sop(Y, dont_care = N)")).isEqualTo("6");
    }

    /** By hand, after Wakerly, "Digital Design", section 4.4, and Roth, "Fundamentals of Logic Design", unit 8. */
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "Y = A B + A'C; static_1_hazards(Y); 1",
                "Y = A B + A'C; static_0_hazards(Y); 0",
                "Y = A B + A'C; literals(hazard_terms(Y)); 2",
                "Y = A B + A'C + B C; static_1_hazards(Y); 0",
                "Y = A B + A'C + B C; literals(hazard_terms(Y)); 0",
                "Y = A B + A'C; if(hazard_terms(Y, A = 0, B = 1, C = 1), 1, 0); 1",
                "Y = A B + A'C\\nZ = B C\\nT = A; if(equivalent(hazard_terms(Y), Z), 1, 0); 1",
                "Y = A B + A'C\\nZ = Y D; static_1_hazards(Z); 1",
                "P = A B\\nQ = A'C\\nY = P + Q; static_1_hazards(Y); 1",
                "Y = A B + A'C\\nZ = D + D'; static_1_hazards(Z); 1",
                "Y = (A + B)(A' + C); static_0_hazards(Y); 1",
                "Y = (A + B)(A' + C); static_1_hazards(Y); 0",
                "Y = (A + B)(A' + C); literals(hazard_factors(Y)); 2",
                "Y = (A + B)(A' + C)\\nZ = B + C; if(equivalent(hazard_factors(Y), Z), 1, 0); 1",
                "Y = (A + B)(A' + C)(B + C); static_0_hazards(Y); 0",
                "Y = A A' + B; static_0_hazards(Y); 1",
                "Y = ((A nand B) nand (A' nand C)); static_1_hazards(Y); 1",
                "Y = A B + A B'; static_1_hazards(Y); 1",
                "Y = A B; if(is_complete(Y), 1, 0); 0",
                "Y = A nand B; if(is_complete(Y), 1, 0); 1",
                "Y = A nand B; if(is_self_dual(Y) or is_monotone(Y) or is_linear(Y), 1, 0); 0",
                "Y = AB + BC + CA; if(is_self_dual(Y) and is_monotone(Y) and preserves_0(Y) and preserves_1(Y), 1, 0); 1",
                "Y = A xor B xnor C; if(is_linear(Y), 1, 0); 1",
                "Y = A B\\nN = A'; if(is_complete(Y, N), 1, 0); 1",
                "Y = A B\\nX = A xor B; if(is_complete(Y, X), 1, 0); 0",
                "Y = A B\\nX = A xor B; if(is_complete_with_constants(Y, X), 1, 0); 1",
                "Y = A B\\nX = A xor B\\nT = 1; if(is_complete(Y, X, T), 1, 0); 1",
                "Y = A' + B; if(is_complete_with_constants(Y), 1, 0); 1",
                "Y = A + B; if(is_complete_with_constants(Y), 1, 0); 0"
            })
    void gatesAreLookedThrough(String logic, String value, String result) {
        assertThat(shown(logic, value)).isEqualTo(result);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "Y = (A xor B) + C; static_1_hazards(Y); write it with products and sums",
                "P[0] = 1\\nP[i] = P[i-1] A[i] for i in 1:9\\nY = P[9]; is_complete(Y); Y reads 9 inputs",
                "Y = A B + A'C; hazard_terms(Y, D = 1); D is no input of the logic"
            })
    void gatesThatCannotBeLookedThroughAreRefused(String logic, String value, String said) {
        String asked = value.startsWith("static") ? value : "if(" + value + ", 1, 0)";
        assertThatThrownBy(() -> value(logic, asked)).hasMessageContaining(said);
    }

    @Test
    void seventyInputsAreNotMinimised() {
        assertThatThrownBy(() -> value("P[0] = 1\nP[i] = P[i-1] A[i] for i in 1:70\nY = P[70]", "minimal_sop(Y)"))
                .hasMessageContaining(
                        "Y depends on 70 inputs, A1, A10, A11, A12, A13, …; functions of at most 8 are minimised");
    }

    @Test
    void everyFunctionOfSignalsIsInTheManual() throws IOException {
        String manual = Files.readString(Path.of("docs/blocks.md"));
        for (Export function : SignalFunctions.EXPORTS) {
            assertThat(manual).contains("| " + function.help() + " |").contains("| `" + function.name() + "(");
        }
    }

    @Test
    void allThatIsWrongInSomeEquationsIsSaidTogether() {
        assertThat(faults("Y = not A + B\nZ = EN D", "", "{}")).hasSize(2);
    }

    /** A whole number that hangs by a rounding may be the next one as well, and the logic another. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Y = A*k| if(Y(A = 1), 1, 0)| 0",
                "G[0] = A; G[1] = A'; Y = G[k]| if(Y(A = 1), 1, 0)| 1",
                "G[0] = A; G[1] = A*B; G[2] = A*B*C; Y = G[2*k]| models(Y)| 4"
            })
    void whatRestsOnARoundingIsKnownToAStep(String logic, String value, double truth) {
        String text = text(logic.replace("; ", "\n"), "", "{}", value)
                .replace("given: {}", "let: k = min(1, max(0, floor((sqrt(2)^2 - 2)*1e15 + 0.6)))");
        Problem problem = Yaml.problem(text);
        for (int i = 0; i < 2; i++) { // the logic is remembered, and so is that it rests on a rounding
            Evidence evidence = problem.routes().get(0).evidence(problem.published());
            Estimate found = ((Evidence.Values) evidence).first();
            assertThat(Math.abs(Arithmetic.real(found.value()) - truth)).isLessThanOrEqualTo(found.error());
            assertThat(found.error()).isGreaterThanOrEqualTo(1);
        }
        assertThat(value("Y = A*k", "", "{k: 1}", "if(Y(A = 1), 1, 0)")).isEqualTo(Value.Exact.of(1));
    }
}

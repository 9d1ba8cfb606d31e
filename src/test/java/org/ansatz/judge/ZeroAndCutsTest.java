package org.ansatz.judge;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.ansatz.cli.Main;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Formulas that are zero, or that part on a branch cut. */
final class ZeroAndCutsTest {

    private static String equal(String... arguments) {
        List<String> all = new ArrayList<>(List.of("equal"));
        all.addAll(List.of(arguments));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PrintStream print = new PrintStream(out, true, StandardCharsets.UTF_8);
        Main.run(all.toArray(new String[0]), new ByteArrayInputStream(new byte[0]), print, print, Path.of("."));
        return out.toString(StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "sin(x)^2 + cos(x)^2 - 1 | equal",
                "pi*x - pi*x | equal",
                "exp(x)*exp(-x) - 1 | equal",
                "cosh(x)^2 - sinh(x)^2 - 1 | equal",
                "sin(2*x) - 2*sin(x)*cos(x) | equal",
                "tanh(x) - (1 - 2/(exp(2*x) + 1)) | equal",
                "sin(x)^2 + cos(x)^2 - 1.0000001 | different",
                "sqrt(x^2 + 1e-20) - abs(x) | different",
                "1e-30*x | different",
                "(x + 1e-12) - x | different",
            })
    void whatIsZeroIsKnownByTheScaleOfItsTerms(String formula, String verdict) {
        assertThat(equal(formula, "0")).startsWith(verdict);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "log(1/z) | -log(z) | different: at z = -1",
                "sqrt(1/z) | 1/sqrt(z) | different: at z = -1",
                "conj(log(z)) | log(conj(z)) | different: at z = -1",
                "log(z^2) | 2*log(z) | different",
                "exp(log(z)) | z | equal",
            })
    void pointsOnACutAreTried(String one, String other, String verdict) {
        assertThat(equal(one, other, "--of", "z=complex")).startsWith(verdict);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "acosh(m) | acosh(m) | m=-10..10 | equal",
                "acosh(m) | log(m + sqrt(m^2 - 1)) | m=-10..10 | equal",
                "acosh(m) | asinh(m) | m=-10..10 | different",
            })
    void aSmallDomainIsSearchedForMorePoints(String one, String other, String of, String verdict) {
        assertThat(equal(one, other, "--of", of)).startsWith(verdict);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"sin^2(x) + cos^2(x) | cos", "log x | log", "2*sqrt | sqrt", "sum + 1 | sum"})
    void theNameOfAFunctionIsNoVariable(String formula, String name) {
        assertThat(equal(formula, "1")).contains(name + " is a function");
    }
}

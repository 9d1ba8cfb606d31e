package org.ansatz.field.ode;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.ansatz.expression.evaluation.Model;
import org.ansatz.expression.type.Estimate;
import org.ansatz.expression.value.Arithmetic;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The block's own estimate of its error, beside the true one. */
final class HonestErrorTest {

    static List<Reference> references() {
        return Reference.all();
    }

    @ParameterizedTest
    @MethodSource("references")
    void theEstimateCoversTheTrueError(Reference reference) {
        WrittenEquations written = reference.written();
        Model model = written.model();
        for (Reference.Row row : reference.rows()) {
            Estimate found = written.at(model, row.component(), row.t());
            assertThat(Math.abs(Arithmetic.real(found.value()) - row.value()))
                    .as(row.toString())
                    .isLessThanOrEqualTo(found.error());
            assertThat(found.error()).as(row.toString()).isLessThan(1000 * reference.error());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "1e-6", "1e-9", "1e-12", "1e-15"})
    void smallQuantitiesKeepTheirDigits(String size) {
        double charge = Double.parseDouble(size);
        WrittenEquations charging = WrittenEquations.of(List.of("x' == " + size + " - x"), List.of("x(0) == 0"));
        WrittenEquations swinging = WrittenEquations.of(List.of("x'' == -x"), List.of("x(0) == " + size, "x'(0) == 0"));
        Model charged = charging.model();
        Model swung = swinging.model();
        for (double t = 1; t <= 20; t++) {
            requireHonest(charging.at(charged, 0, t), charge * -Math.expm1(-t), charge);
            requireHonest(swinging.at(swung, 0, t), charge * Math.cos(t), charge);
        }
    }

    private static void requireHonest(Estimate found, double exact, double size) {
        assertThat(Math.abs(Arithmetic.real(found.value()) - exact)).isLessThanOrEqualTo(found.error());
        assertThat(found.error()).isLessThan(1e-8 * size);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e2", "1e4", "1e7"})
    void relaxationIsCovered(String rate) {
        double lambda = Double.parseDouble(rate);
        WrittenEquations relaxing =
                WrittenEquations.of(List.of("x' == -" + rate + "*(x - cos(t))"), List.of("x(0) == 1"));
        Model model = relaxing.model();
        for (double t = 1; t <= 50; t += 0.7) {
            double exact = (lambda * lambda * Math.cos(t) + lambda * Math.sin(t)) / (lambda * lambda + 1);
            requireHonest(relaxing.at(model, 0, t), exact, 1);
        }
        assertThat(model.remarks()).singleElement().asString().contains("stiff").contains("Radau IIA of order 9");
    }
}

package org.ansatz.expression.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.ansatz.expression.Sheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Gradient, divergence, curl and Laplacian: by hand, by their identities, by the theorems, and the same field in other coordinates. */
final class VectorAnalysisTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "gradient(x^2*y + z for x at 1, y at 2, z at 3) == [4, 1, 1]",
                "gradient(x^2 for x at 3) == [6]",
                "div([x*y, y^2*z, z*x] for x at 1, y at 2, z at 3) == 15",
                "div([x*y; y^2*z; z*x] for x at 1, y at 2, z at 3) == 15",
                "div([x^2, x*y] for x at 1, y at 2) == 3",
                "curl([x*y, y^2*z, z*x] for x at 1, y at 2, z at 3) == [-4, -3, -1]",
                "curl([-y, x] for x at 5, y at 7) == 2",
                "curl(cross([1, 2, 3], [x, y, z]) for x at 1, y at 2, z at 3) == [2, 4, 6]", // 2w of a turning body
                "laplacian(x^2*y + z^3 for x at 1, y at 2, z at 3) == 22",
                "div_spherical([r^2, 0, 0] for r at 2, theta at 1, phi at 0) == 8",
                "div_cylindrical([rho^2, 0, rho*z] for rho at 2, phi at 0, z at 1) == 8",
                "curl_cylindrical([0, rho, 0] for rho at 2, phi at 1, z at 0) == [0, 0, 2]",
                "laplacian_cylindrical(rho^4 for rho at 2, phi at 1, z at 0) == 64",
                "laplacian_spherical(r^2 for r at 3, theta at 1, phi at 0) == 6",
                "div([x*1 V/m^2, y*2 V/m^2] for x at 1 m, y at 2 m) == 3 V/m^2",
                "gradient_cylindrical(rho^2*phi*1 V/m^2 for rho at 2 m, phi at 3, z at 1 m) == [12 V/m, 2 V/m, 0 V/m]",
                "div(gradient(a^2*b + c^3 by a, b, c) for a at 1, b at 2, c at 3) == 22",
                "derivative(div([x^3*t, t*y] for x at 1, y at 2) for t at 2) == 4"
            })
    void whatIsKnownByHand(String claim) {
        assertThat(Sheet.of().holds(claim)).isTrue();
    }

    /** A curl has no divergence, a gradient no curl, and the Laplacian is the divergence of the gradient, wherever the axes lie. */
    @ParameterizedTest
    @ValueSource(strings = {"", "_cylindrical", "_spherical"})
    void theIdentitiesHold(String in) {
        Sheet sheet = Sheet.of(
                "V(a, b, c) = a^2*sin(b)*exp(c/3) + b*c*a",
                "F(a, b, c) = [a*b*cos(c), exp(a/2)*c + b, sin(a*c)*b^2]",
                "u(k) = 0.3 + k/7");
        String by = " by a, b, c)";
        for (int k = 1; k < 6; k++) {
            String point = " for a at u(" + k + "), b at 2 - u(" + k + "), c at u(" + (k + 1) + "))";
            String curl = "curl" + in + "(F(a, b, c)" + by;
            String gradient = "gradient" + in + "(V(a, b, c)" + by;
            assertThat(sheet.number("div" + in + "(" + curl + point)).isCloseTo(0, within(1e-12));
            assertThat(sheet.number("norm(curl" + in + "(" + gradient + point + ")"))
                    .isCloseTo(0, within(1e-12));
            double laplacian = sheet.number("laplacian" + in + "(V(a, b, c)" + point);
            assertThat(sheet.number("div" + in + "(" + gradient + point)).isCloseTo(laplacian, within(1e-11));
            assertThat(Math.abs(laplacian)).isGreaterThan(1e-3);
        }
    }

    /** The field F = (xz, y², x) by its components along the unit vectors of the other coordinates (Arfken, sections 3.10 and 3.11). */
    @Test
    void aFieldIsTheSameInOtherCoordinates() {
        Sheet sheet = Sheet.of(
                "x0 = 0.8",
                "y0 = 0.6",
                "z0 = 1.5",
                "rho0 = sqrt(x0^2 + y0^2)",
                "p0 = atan2(y0, x0)",
                "r0 = sqrt(rho0^2 + z0^2)",
                "t0 = atan2(rho0, z0)",
                "fx(x, y, z) = x*z",
                "fy(x, y, z) = y^2",
                "fz(x, y, z) = x",
                "C(f, p, z) = [fx(f*cos(p), f*sin(p), z)*cos(p) + fy(f*cos(p), f*sin(p), z)*sin(p),"
                        + " fy(f*cos(p), f*sin(p), z)*cos(p) - fx(f*cos(p), f*sin(p), z)*sin(p), f*cos(p)]",
                "sx(r, t, p) = r*sin(t)*cos(p)",
                "sy(r, t, p) = r*sin(t)*sin(p)",
                "X(r, t, p) = sx(r, t, p)*r*cos(t)",
                "Y(r, t, p) = sy(r, t, p)^2",
                "Z(r, t, p) = sx(r, t, p)",
                "S(r, t, p) = [sin(t)*cos(p)*X(r, t, p) + sin(t)*sin(p)*Y(r, t, p) + cos(t)*Z(r, t, p),"
                        + " cos(t)*cos(p)*X(r, t, p) + cos(t)*sin(p)*Y(r, t, p) - sin(t)*Z(r, t, p),"
                        + " cos(p)*Y(r, t, p) - sin(p)*X(r, t, p)]",
                "K = [fx(x0, y0, z0), fy(x0, y0, z0), fz(x0, y0, z0)]");
        double divergence = 1.5 + 1.2; // z + 2y
        String cylindrical = " for a at rho0, b at p0, c at z0)";
        String spherical = " for a at r0, b at t0, c at p0)";
        assertThat(sheet.number("div_cylindrical(C(a, b, c)" + cylindrical)).isCloseTo(divergence, within(1e-13));
        assertThat(sheet.number("div_spherical(S(a, b, c)" + spherical)).isCloseTo(divergence, within(1e-13));
        // The curl is (0, x - 1, 0).
        double curl = 0.2;
        assertThat(sheet.number("norm(curl_cylindrical(C(a, b, c)" + cylindrical + ")"))
                .isCloseTo(curl, within(1e-13));
        assertThat(sheet.number("norm(curl_spherical(S(a, b, c)" + spherical + ")"))
                .isCloseTo(curl, within(1e-13));
        double along = -0.2 * 0.8; // along the unit vector of phi
        assertThat(sheet.number("entry(curl_cylindrical(C(a, b, c)" + cylindrical + ", 1, 2)"))
                .isCloseTo(along, within(1e-13));
        assertThat(sheet.number("entry(curl_spherical(S(a, b, c)" + spherical + ", 1, 3)"))
                .isCloseTo(along, within(1e-13));
    }

    /** The theorems of Gauss and Stokes, by integrals that know nothing of these operators. */
    @Test
    void theTheoremsHold() {
        Sheet box = Sheet.of("F(x, y, z) = [x^2*y, y*exp(z), sin(x)*z]");
        double inside = box.number("integrate(div(F(x, y, z) by x, y, z) for x in 0..1, y in 0..2, z in 0..1)");
        double through = box.number("integrate(1^2*y for y in 0..2, z in 0..1)"
                + " + integrate(2*exp(z) for x in 0..1, z in 0..1) + integrate(sin(x)*1 for x in 0..1, y in 0..2)");
        assertThat(inside).isCloseTo(through, within(1e-12));
        Sheet disc = Sheet.of("G(x, y) = [x - y^3, x^3 + y*x]");
        double turning =
                disc.number("integrate(r*curl(G(a, b) for a at r*cos(t), b at r*sin(t)) for r in 0..1, t in 0..2*pi)");
        double around = disc.number("integrate(dot(G(cos(t), sin(t)), [-sin(t), cos(t)]) for t in 0..2*pi)");
        assertThat(turning).isCloseTo(around, within(1e-12)).isCloseTo(1.5 * Math.PI, within(1e-12));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '¦',
            value = {
                "div(x*y for x at 1, y at 2) ¦ a component along each coordinate, written div([f, g, h] for x at 1",
                "div([x, y] for x at 1, y at 2, z at 3) ¦ there are 3 coordinates",
                "div([x] for x at 1) ¦ there is 1 coordinate",
                "div_spherical([r, 0] for r at 1, t at 1) ¦ of three coordinates, written div_spherical",
                "curl([a, b, c, d] for a at 1, b at 1, c at 1, d at 1) ¦ a curl is of two or three components",
                "gradient([x, y] for x at 1, y at 1) ¦ gradient is of a single number",
                "laplacian([x, y] for x at 1, y at 1) ¦ laplacian is of a single number",
                "gradient(x^2 for x in 0..1) ¦ written gradient(f for x at 1",
                "gradient(x^2 for x at 1 if x > 0) ¦ written gradient(f for x at 1",
                "gradient(x^2 for x at 1j) ¦ written gradient(f for x at 1",
                "div([x, y] for x at 1, y at x) ¦ where a coordinate is cannot depend on x",
                "div([x, y] for x at 1 m, y at 2 s) ¦ the left side is a length (m), the right side is a time (s)",
                "gradient(x*y for x at 1 m, y at 2) ¦ the left side is",
                "div([x, y] by x, y) ¦ unknown name 'x'"
            })
    void whatIsNoFieldIsRefused(String formula, String said) {
        assertThat(Sheet.of().fault(formula).getMessage()).contains(said);
    }

    @Test
    void onTheAxisThereIsNoValue() {
        assertThat(Sheet.of()
                        .fault("curl_spherical([0, 0, 1] for r at 2, theta at 0, phi at 0)")
                        .getMessage())
                .contains("division by zero");
    }
}

package org.ansatz.field.circuit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.ansatz.bank.Bank;
import org.ansatz.bank.Yaml;
import org.ansatz.problem.Verdict;
import org.ansatz.verify.Verifier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Sources that follow a law, {@code B1 a 0 I=k*v(a)^2}: at rest, in small signals and through time, beside formulas and {@code ode}. */
final class BehaviouralSourcesTest {

    private static String problem(String unit, String cards, String run, String value, String other) {
        return """
                title: A law
                statement: What is it?
                given: {E: 10 V, R: 1 kohm, C: 1 uF, k: 2 mA/V^2}
                answer: {kind: number, unit: %s}
                routes:
                  other:
                    %s
                  network:
                    circuit: |
                %s
                    run: %s
                    value: %s
                """.formatted(
                        unit,
                        other.replace("|", "\n    "),
                        cards.replace("|", "\n").indent(6).stripTrailing(),
                        run,
                        value);
    }

    private static Verdict verdict(String text) {
        return Verifier.published(Yaml.problem(text), List.of());
    }

    @ParameterizedTest(name = "{1}, {2}: {3}")
    @CsvSource(
            delimiter = '#',
            value = {
                // A device whose current is the square of its voltage: 2 V.
                "V # V1 a 0 {E}|R1 a b {R}|B1 b 0 I={k*v(b)^2} # dc # v(b) # value: (sqrt(1 + 4*k*R*E) - 1)/(2*k*R)",
                "V # V1 a 0 {E}|R1 a b {R}|B1 b 0 I=k*v(b)^2 # dc # v(b) # value: (sqrt(1 + 4*k*R*E) - 1)/(2*k*R)",
                "mA # V1 a 0 {E}|R1 a b {R}|B1 b 0 I=k*v(b)^2 # dc # i(B1) # value: (E - (sqrt(1 + 4*k*R*E) - 1)/(2*k*R))/R",
                // The slope of its curve in small signals: R in series with 1/(2 k v).
                "V # V1 a 0 {E} AC 1|R1 a b {R}|B1 b 0 I=k*v(b)^2 # ac # abs(v(b; f = 1 kHz)) #"
                        + " value: 1 V/(1 + R*(sqrt(1 + 4*k*R*E) - 1)/R)",
                // A voltage by a current, and one by two voltages.
                "V # V1 a 0 {E}|R1 a 0 {R}|B1 b 0 V=i(R1)^2*(1 kohm/A)|R2 b 0 1 # dc # v(b) # value: (E/R)^2*(1 kohm/A)",
                "V # V1 a 0 {E}|R1 a b {R}|R2 b 0 {R}|B1 c 0 V=v(a)*v(a, b)/(1 V)|R3 c 0 1 # dc # v(c) # value: E^2/2/(1 V)",
                // A product that controls itself by a divider: v = 1 V + v/2.
                "V # B1 a 0 V=1 V + v(b)|R1 a b {R}|R2 b 0 {R} # dc # v(a) # value: 2 V + 0*E",
                // Nothing is known at 0 V, where the search begins.
                "V # V1 a 0 {E}|R1 a b {R}|B1 b 0 I=1 V*(9 mA)/v(b) # dc # v(b) # value: (E + sqrt(E^2 - 4*R*(9 mA)*(1 V)))/2",
                // A source that begins late and is curved.
                "V # B1 a 0 V=if(time > 1.3 ms, 2 V*sin(time/(1 ms)), 0 V)|R1 a b {R}|C1 b 0 {C} # transient 3 ms # v(b; t = 3 ms) #"
                        + " ode: R*C*u' + u == if(t > 1.3 ms, 2 V*sin(t/(1 ms)), 0 V)|from: u(0 s) == 0 V|value: u(3 ms)",
                // A law with a kink, and one that jumps, in what is being found.
                "V # V1 a 0 5|R1 a c {R}|C1 c 0 {C}|B1 o 0 V=abs(v(c) - 1 V)*5|R2 o c {R} # transient 3 ms # v(c; t = 0.5 ms) #"
                        + " ode: R*C*u' == 5 V - 2*u + abs(u - 1 V)*5|from: u(0 s) == 0 V|value: u(0.5 ms)",
                "V # V1 a 0 5|R1 a c {R}|C1 c 0 {C}|B1 o 0 V=if(v(c) > 1 V, 0 V, 5 V)|R2 o c {R} # transient 3 ms # v(c; t = 0.5 ms) #"
                        + " value: 2.5 V - 1.5 V*exp(-2*(0.5 ms - 0.5*R*C*log(5/4))/(R*C))",
                // An oscillator after van der Pol.
                "V # L1 a 0 1 IC={E/(100 ohm)}|C1 a 0 1|B1 a 0 I=((v(a)/(1 V))^3/3 - v(a)/(1 V))*(1 A) # transient 9 s # v(a; t = 9 s) #"
                        + " ode: u'' == -(((u/(1 V))^2 - 1)*u'*(1 Hz) + u*(1 Hz)^2)"
                        + "|from: [u(0 s) == 0 V, u'(0 s) == -E/100*(1 Hz)]|value: u(9 s)",
                // Bells and peaks that are much narrower than any step would be, alone and beside what is wide.
                "V # B1 0 a I={1 A*exp(-((time - 0.3 ms)/(1 ns))^2)}|C1 a 0 {C} # transient 1 ms # v(a; t = 1 ms) #"
                        + " value: 1 A*(1 ns)*sqrt(pi)/C",
                "V # B1 0 a I={1 A/(1 + ((time - 0.7 ms)/(1 ns))^2)}|C1 a 0 {C} # transient 1 ms # v(a; t = 1 ms) #"
                        + " value: 1 A*(1 ns)*(atan(3e5) + atan(7e5))/C",
                "V # B1 0 a I={1 mA*sin(2*pi*1 kHz*time)^2 + 9 A*exp(-((time - 0.61 ms)/(1 ns))^2)}|C1 a 0 {C} # transient 1 ms"
                        + " # v(a; t = 1 ms) # value: (1 mA*0.5 ms + 9 A*(1 ns)*sqrt(pi))/C",
                // A smooth switch, whose exponential is beyond the range of doubles until it has switched.
                "V # B1 a 0 I={1 A - 1 A/(1 + exp((v(a) - 2 V)/(0.1 mV)))}|C1 a 0 1 IC={E/2} # transient 2 s # v(a; t = 2 s) # value: E/2 - 2 V",
                "V # V1 a 0 {E}|R1 a b {R}|B1 b 0 I={1 mA/(1 + exp((v(b) - 3 V)/(1 mV)))} # dc # v(b) # value: E",
                // The same in a voltage (integrals of dx/x' by mpmath, 30 digits).
                "V # B1 0 a I={E/(10 ohm) - 0.99 A*exp(-((v(a)/(1 V) - 0.4)*1e5)^2)}|C1 a 0 1 # transient 1 s # v(a; t = 1 s) #"
                        + " value: 0.99971247553612349*E/10",
                "V # B1 0 a I={E/(10 ohm) + 1000 A*exp(-((v(a)/(1 V) - 0.4)*1e6)^2)}|C1 a 0 1 # transient 1 s # v(a; t = 1 s) #"
                        + " value: 1.0000052054152675*E/10",
                "V # B1 0 a I={E/(10 ohm) - 0.9 A/(1 + ((v(a)/(1 V) - 0.7)*1e6)^2)}|C1 a 0 1 # transient 2 s # v(a; t = 2 s) #"
                        + " value: 1.9999910588725388*E/10",
                "V # B1 0 a I={E/(10 ohm) + 0.5 A*tanh((v(a)/(1 V) - 0.5)*1e7)}|C1 a 0 1 # transient 2 s # v(a; t = 2 s) #"
                        + " value: 2.0000001098612289*E/10",
                "V # B1 0 a I={E/(10 ohm) + max(0 A, -v(a)/(1 ohm)) + 1000 A*exp(-((v(a)/(1 V) - 0.4)*1e6)^2)}|C1 a 0 1 # transient 1 s"
                        + " # v(a; t = 1 s) # value: 1.0000052054152675*E/10",
            })
    void itDoesWhatItsLawSays(String unit, String cards, String run, String value, String other) {
        assertThat(verdict(problem(unit, cards, run, value, other)).judgement().reason())
                .matches("2 independent routes share (1[0-9]|9|8) digits.*");
    }

    @Test
    void itsLawFollowsTheData() {
        assertThat(verdict(problem(
                                "V",
                                "V1 a 0 {E}|R1 a b {R}|B1 b 0 I={k*v(b)^2}",
                                "dc",
                                "max(v(b; k = x) for x in 1 mA/V^2..4 mA/V^2)",
                                "value: (sqrt(1 + 4*(1 mA/V^2)*R*E) - 1)/(2*(1 mA/V^2)*R)"))
                        .judgement()
                        .reason())
                .startsWith("2 independent routes share");
    }

    @Test
    void insideASubcircuitNamesAreItsOwn() {
        assertThat(verdict(problem(
                                "V",
                                "V1 a 0 {E}|X1 a c square g=3|X2 a d square|.subckt square p q g=1|B1 q 0 V=g*v(p)^2/(1 V) + i(R1)*(0 ohm)"
                                        + "|R1 q 0 1k|.ends",
                                "dc",
                                "v(c) + v(d)",
                                "value: 4*E^2/(1 V)"))
                        .judgement()
                        .reason())
                .startsWith("2 independent routes share");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = ';',
            value = {
                "B1 b 0 V=v(nope); v takes one of a, 0, b here",
                "B1 b 0 I=v(a); a current (A) is needed here",
                "B1 b 0 I=i(B1); there is no element B1 whose current could control B1",
                "B1 b 0; too little on this card; written B1 a b V=2*v(c)^2",
                "B1 b 0 Q=v(a); written B1 a b V=2*v(c)^2",
                "B1 b 0 V={v(a); this brace is not closed",
                "B1 b 0 V=derivative(v(a)*x for x at 2); have no place here",
                "B1 b 0 V=sqrt(v(a)/(1 V) - 20)*(1 V); the source B1 has no value where it was tried",
                "D1 b 0 ideal|B1 b 0 V=v(a); D1 is a textbook's device, which is solved at rest alone",
            })
    void whatCannotBeIsSaid(String cards, String reason) {
        String text = problem("V", "V1 a 0 {E}|R1 a b {R}|" + cards, "dc", "v(b)", "value: E");
        Bank bank = Yaml.read(text);
        String said = bank.faults().isEmpty()
                ? verdict(text).findings().get(1).conclusion().toString()
                : bank.faults().get(0).message();
        assertThat(said).contains(reason);
    }

    @Test
    void aNetworkInSHasNone() {
        Bank bank =
                Yaml.read(problem("V", "V1 a 0 AC 1|B1 b 0 V=v(a)|R1 b 0 1", "laplace", "v(b; s = 1 Hz)", "value: E"));
        assertThat(bank.faults()).isEmpty();
        assertThat(verdict(problem("V", "V1 a 0 AC 1|B1 b 0 V=v(a)|R1 b 0 1", "laplace", "v(b; s = 1 Hz)", "value: E"))
                        .findings()
                        .get(1)
                        .conclusion()
                        .toString())
                .contains("run: ac has its small signals");
    }
}

package org.example.lines;

import org.ansatz.junit.MethodTests;
import org.ansatz.junit.ProblemBank;
import org.ansatz.junit.Verify;

@ProblemBank("classpath:problems")
class LinesTest implements MethodTests {

    @Verify("quarter-wave")
    double match(double Z0, double RL) {
        return Lines.match(Z0, RL);
    }
}

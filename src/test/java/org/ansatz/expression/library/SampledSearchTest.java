package org.ansatz.expression.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.ansatz.expression.Sheet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Roots and extremes of what does not enclose itself, for a search stands inside: samples claim no more than they show. */
class SampledSearchTest {

    @ParameterizedTest(name = "{0} = {1}")
    @CsvSource(
            delimiter = ';',
            value = {
                "max(max(t*x for t in 0..1)+if(abs(x-0.3017)<1e-6,7,0) for x in 0..1); 7.301701",
                "min(max(t*x for t in 0..1)-if(abs(x-0.637)<1e-5,7,0) for x in 0..1); -6.36301",
                "argmax(max(t*x for t in 0..1)+if(abs(x-0.3017)<1e-6,7,0) for x in 0..1); 0.301701",
                "root(max((x-t)^2 for t in 0..1)-0.36 for x in 0.5..1); 0.6"
            })
    void whatIsNarrowIsMet(String formula, double expected) {
        assertThat(Sheet.of().number(formula)).isCloseTo(expected, within(1e-7));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = ';',
            value = {
                "root(factorial(floor(x))-6 for x in 0..5); zero on a whole part of the interval, from 3 on",
                "root(binomial(floor(x), 2)-6 for x in 0..6); zero on a whole part of the interval, from 4 on",
                "root(max(t*x for t in 0..1)-if(abs(x-0.637)<1e-5,7,-1) for x in 0..1); at a pole or a jump, not at a root",
                "root((max(t*x for t in 0..1) - 0.3)*(max(t*x for t in 0..1) - 0.7) for x in 0..1); two roots, near 0.3 and near 0.7",
                "root(max(t*x for t in 0..1)+1 for x in 0..1); does not see a root that is only touched"
            })
    void nothingIsSaidThatSamplesCannotShow(String formula, String says) {
        assertThatThrownBy(() -> Sheet.of().number(formula)).hasMessageContaining(says);
    }
}

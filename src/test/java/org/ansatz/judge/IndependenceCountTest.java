package org.ansatz.judge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.ansatz.expression.type.Engine;
import org.ansatz.problem.Footing;
import org.junit.jupiter.api.Test;

/** How many of some routes are independent of each other. */
final class IndependenceCountTest {

    private static Footing on(String engines, String... definitions) {
        Set<Engine> named = new TreeSet<>();
        for (String engine : engines.isEmpty() ? new String[0] : engines.split(" ")) {
            named.add(new Engine(engine));
        }
        return new Footing(named, Set.of(definitions));
    }

    @Test
    void routesThatShareNothingAllCount() {
        assertThat(Independence.count(List.of())).isZero();
        assertThat(Independence.count(List.of(on("")))).isEqualTo(1);
        assertThat(Independence.count(List.of(on(""), on("root")))).isEqualTo(2);
        assertThat(Independence.count(List.of(on(""), on("root"), on("search"))))
                .isEqualTo(3);
    }

    @Test
    void plainArithmeticCountsOnce() {
        assertThat(Independence.count(List.of(on(""), on("")))).isEqualTo(1);
        assertThat(Independence.count(List.of(on(""), on("", "law")))).isEqualTo(1);
    }

    @Test
    void routesThatShareAnEngineOrADefinitionCountOnce() {
        assertThat(Independence.count(List.of(on("root"), on("root search")))).isEqualTo(1);
        assertThat(Independence.count(List.of(on("root", "law"), on("search", "law"))))
                .isEqualTo(1);
        assertThat(Independence.count(List.of(on("root", "law"), on("search", "other"))))
                .isEqualTo(2);
    }

    /** Each neighbour shares an engine, so that the first and the third remain, wherever the middle one stands. */
    @Test
    void theLargestGroupCounts() {
        Footing first = on("root");
        Footing middle = on("root search");
        Footing last = on("search");
        assertThat(Independence.count(List.of(first, middle, last))).isEqualTo(2);
        assertThat(Independence.count(List.of(middle, first, last))).isEqualTo(2);
        assertThat(Independence.count(List.of(first, last, middle))).isEqualTo(2);
        assertThat(Independence.count(List.of(middle, on("root dual"), on("search dual"))))
                .isEqualTo(1);
    }

    @Test
    void ofRoutesThatRestOnTheSameOneStandsForAll() {
        List<Footing> routes = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            routes.add(on("root"));
        }
        routes.add(on("search"));
        assertThat(Independence.count(routes)).isEqualTo(2);
    }

    /** Groups double with each route; twelve are looked at. */
    @Test
    void ofManyRoutesTwelveAreLookedAt() {
        List<Footing> routes = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            routes.add(on("engine" + i));
            if (i == 11) {
                assertThat(Independence.count(routes)).isEqualTo(12);
            }
        }
        assertThat(Independence.count(routes)).isEqualTo(12);
    }
}

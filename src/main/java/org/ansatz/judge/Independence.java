package org.ansatz.judge;

import java.util.Collections;
import java.util.List;
import org.ansatz.problem.Route;

/**
 * Whether routes are independent: they share no engine and no definition that does more than convert one given. All
 * routes by plain arithmetic share the engine {@code arithmetic}, so that they count as one.
 */
public final class Independence {

    private Independence() {}

    /** Whether two routes are independent. */
    public static boolean of(Route a, Route b) {
        return Collections.disjoint(a.engines(), b.engines())
                && Collections.disjoint(a.sharedDefinitions(), b.sharedDefinitions());
    }

    /** The size of the largest group of routes that are independent of each other, by trying every group. */
    public static int count(List<Route> routes) {
        int largest = 0;
        int considered = Math.min(routes.size(), 12);
        for (int group = 1; group < 1 << considered; group++) {
            if (Integer.bitCount(group) > largest && isIndependent(routes, group)) {
                largest = Integer.bitCount(group);
            }
        }
        return largest;
    }

    private static boolean isIndependent(List<Route> routes, int group) {
        for (int i = 0; i < routes.size() && i < 12; i++) {
            for (int j = i + 1; j < routes.size() && j < 12; j++) {
                boolean both = (group >> i & 1) == 1 && (group >> j & 1) == 1;
                if (both && !of(routes.get(i), routes.get(j))) {
                    return false;
                }
            }
        }
        return true;
    }
}

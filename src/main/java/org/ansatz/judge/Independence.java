package org.ansatz.judge;

import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.ansatz.problem.Route;

/**
 * Whether routes are independent: they share no engine and no definition that does more than convert one given. All
 * routes by plain arithmetic share the engine {@code arithmetic}, so that they count as one.
 */
public final class Independence {

    /** Routes that rest on different things; more are not looked at, for their groups double with each. */
    private static final int MOST = 12;

    private Independence() {}

    /** Whether two routes are independent. */
    public static boolean of(Route a, Route b) {
        return Collections.disjoint(a.engines(), b.engines())
                && Collections.disjoint(a.sharedDefinitions(), b.sharedDefinitions());
    }

    /**
     * The size of the largest group of routes that are independent of each other, by trying every group. Of routes that
     * rest on the very same, one stands for all.
     */
    public static int count(List<Route> routes) {
        Map<Set<Object>, Route> distinct = new LinkedHashMap<>();
        for (Route route : routes) {
            Set<Object> base = new HashSet<>(route.engines());
            base.addAll(route.sharedDefinitions());
            distinct.putIfAbsent(base, route);
        }
        List<Route> considered = List.copyOf(distinct.values()).subList(0, Math.min(distinct.size(), MOST));
        int largest = 0;
        for (int group = 1; group < 1 << considered.size(); group++) {
            if (Integer.bitCount(group) > largest && isIndependent(considered, group)) {
                largest = Integer.bitCount(group);
            }
        }
        return largest;
    }

    private static boolean isIndependent(List<Route> routes, int group) {
        for (int i = 0; i < routes.size(); i++) {
            for (int j = i + 1; j < routes.size(); j++) {
                boolean both = (group >> i & 1) == 1 && (group >> j & 1) == 1;
                if (both && !of(routes.get(i), routes.get(j))) {
                    return false;
                }
            }
        }
        return true;
    }
}

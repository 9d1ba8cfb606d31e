package org.ansatz.judge;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.ansatz.problem.Footing;

/**
 * How many routes are independent: they share no engine and no definition that does more than convert one given. All
 * routes by plain arithmetic share the engine {@code arithmetic}, so that they count as one.
 */
public final class Independence {

    /** Routes that rest on different things; more are not looked at, for their groups double with each. */
    private static final int MOST = 12;

    private Independence() {}

    /**
     * The size of the largest group of routes that are independent of each other, by trying every group. Of routes that
     * rest on the very same, one stands for all.
     */
    public static int count(List<Footing> routes) {
        Set<Footing> distinct = new LinkedHashSet<>(routes);
        List<Footing> considered = List.copyOf(distinct).subList(0, Math.min(distinct.size(), MOST));
        int largest = 0;
        for (int group = 1; group < 1 << considered.size(); group++) {
            if (Integer.bitCount(group) > largest && isIndependent(considered, group)) {
                largest = Integer.bitCount(group);
            }
        }
        return largest;
    }

    private static boolean isIndependent(List<Footing> routes, int group) {
        for (int i = 0; i < routes.size(); i++) {
            for (int j = i + 1; j < routes.size(); j++) {
                boolean both = (group >> i & 1) == 1 && (group >> j & 1) == 1;
                if (both && !routes.get(i).isApartFrom(routes.get(j))) {
                    return false;
                }
            }
        }
        return true;
    }
}

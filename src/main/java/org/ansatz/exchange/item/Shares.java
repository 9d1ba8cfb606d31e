package org.ansatz.exchange.item;

import java.util.ArrayList;
import java.util.List;

/** What is right, where a program says of each answer what part of the marks it earns. A key knows no parts. */
public final class Shares {

    private static final double ALL = 1 - 1e-4;
    private static final double PERCENT = 100;

    private Shares() {}

    /**
     * Which answers are right, of which one is given: those that earn most.
     *
     * @param shares what each earns, 1 for all marks
     * @param names as each is called where it earns a part
     * @param losses receives what a key cannot say
     */
    public static List<Boolean> ofOne(List<Double> shares, List<String> names, String title, List<Loss> losses) {
        double most = shares.stream().mapToDouble(Double::doubleValue).max().orElse(0);
        List<Boolean> right = new ArrayList<>();
        for (int i = 0; i < shares.size(); i++) {
            double share = shares.get(i);
            boolean isRight = share > 0 && share >= Math.min(most, ALL);
            right.add(isRight);
            if (share > 0 && share < ALL) {
                String earned = names.get(i) + " earns " + Numerals.shown(PERCENT * share) + " % of the marks";
                losses.add(new Loss(
                        title,
                        isRight
                                ? earned + ", and no answer more: it is taken for right"
                                : earned + ": that is not in the key, which knows no parts"));
            }
        }
        return right;
    }
}

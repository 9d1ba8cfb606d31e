package org.ansatz.expression.syntax;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** Greek letters by their names; those of units, Ω and µ, are theirs. */
public final class Greek {

    /** {@code alpha} is α, {@code Gamma} is Γ. */
    public static final Map<String, String> LETTERS = letters();

    private Greek() {}

    private static Map<String, String> letters() {
        String[] names = ("alpha beta gamma delta epsilon zeta eta theta iota kappa lambda mu nu xi omicron pi rho"
                        + " varsigma sigma tau upsilon phi chi psi omega")
                .split(" ");
        Map<String, String> greek = new LinkedHashMap<>();
        for (int i = 0; i < names.length; i++) {
            greek.put(names[i], String.valueOf((char) ('α' + i)));
        }
        for (String capital : new String[] {"Gamma", "Delta", "Theta", "Lambda", "Xi", "Pi", "Sigma", "Phi", "Psi"}) {
            String small =
                    greek.getOrDefault(capital.substring(0, 1).toLowerCase(Locale.ROOT) + capital.substring(1), "");
            greek.put(capital, small.toUpperCase(Locale.ROOT));
        }
        return greek;
    }
}

package org.ansatz.exchange;

import java.util.ArrayList;
import java.util.List;
import org.ansatz.exchange.item.Interaction.Scale;
import org.ansatz.quantity.Unit;
import org.ansatz.quantity.Units;

/** The units in which a number may be typed where another program knows no more than a list of them. */
final class UnitScales {

    private static final List<String> PREFIXES = List.of("", "k", "M", "G", "m", "u", "n", "p");

    private UnitScales() {}

    /** The unit itself, and if it is one with a prefix, or could have one, those with the usual prefixes. */
    static List<Scale> of(Unit unit) {
        List<Scale> scales = new ArrayList<>();
        if (unit.equals(Unit.ONE)) {
            return scales;
        }
        scales.add(new Scale(unit.symbol(), 1));
        String root = root(unit);
        for (String prefix : root.isEmpty() ? List.<String>of() : PREFIXES) {
            Unit other = Units.parse(prefix + root);
            boolean isNew = scales.stream().noneMatch(known -> known.unit().equals(prefix + root));
            if (isNew && other != null && other.dimension().equals(unit.dimension()) && !other.isShifted()) {
                scales.add(new Scale(prefix + root, unit.factor() / other.factor()));
            }
        }
        return scales;
    }

    /** The coherent unit to which the prefixes are set; empty if there is none, as for a level or a product. */
    private static String root(Unit unit) {
        String symbol = unit.symbol();
        boolean isOne = symbol.codePoints().allMatch(Character::isLetter) && !unit.isShifted();
        for (int i = 0; isOne && i < symbol.length() && i <= 1; i++) {
            Unit whole = Units.parse(symbol.substring(i));
            boolean isCoherent = whole != null && whole.dimension().equals(unit.dimension()) && whole.factor() == 1;
            if (isCoherent && !unit.dimension().isLevel() && !unit.isAngular()) {
                return symbol.substring(i);
            }
        }
        return "";
    }
}

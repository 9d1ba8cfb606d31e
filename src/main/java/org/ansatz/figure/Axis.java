package org.ansatz.figure;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An axis.
 *
 * @param label what is laid out along it, or empty
 * @param unit the unit of its numbers, or empty
 * @param prefixed whether the unit takes prefixes, so that 5e8 Hz are shown as 500 MHz
 * @param whole whether only whole numbers mean anything along it
 * @param scale linear or logarithmic
 * @param range what is shown, or null for all there is
 */
public record Axis(
        String label,
        String unit,
        boolean prefixed,
        boolean whole,
        Scale scale,
        @Nullable Interval range) {

    private static final Pattern EXPONENT = Pattern.compile("\\^\\(?(-?[0-9]+)\\)?");

    /** Cleans the texts. */
    public Axis {
        label = Label.of(label);
        unit = Label.of(unit);
    }

    /** A linear axis that shows all there is. */
    public static Axis of(String label, String unit) {
        return new Axis(label, unit, false, false, Scale.LINEAR, null);
    }

    /** The same with prefixes to its unit. */
    public Axis withPrefixes() {
        return new Axis(label, unit, true, whole, scale, range);
    }

    /** The same for whole numbers. */
    public Axis ofWholeNumbers() {
        return new Axis(label, unit, prefixed, true, scale, range);
    }

    /** The same on a logarithmic scale. */
    public Axis logarithmic() {
        return new Axis(label, unit, prefixed, whole, Scale.LOGARITHMIC, range);
    }

    /** The same showing a certain stretch. */
    public Axis showing(Interval shown) {
        return new Axis(label, unit, prefixed, whole, scale, shown);
    }

    /** Whether its unit is that of a level, whose zero is no bottom. */
    public boolean isLevel() {
        return unit.startsWith("dB") || unit.equals("Np");
    }

    /** Label and unit in one: {@code f (GHz)}. */
    String title(String prefixedUnit) {
        if (prefixedUnit.isEmpty()) {
            return label;
        }
        String printed = printed(prefixedUnit);
        return label.isEmpty() ? "(" + printed + ")" : label + " (" + printed + ")";
    }

    /** A unit with its exponents raised: cm⁻³ for {@code cm^(-3)}. */
    private static String printed(String unit) {
        return EXPONENT.matcher(unit).replaceAll(found -> Label.raised(found.group(1)));
    }
}

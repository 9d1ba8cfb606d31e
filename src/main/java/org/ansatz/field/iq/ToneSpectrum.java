package org.ansatz.field.iq;

/**
 * What a spectrum analyser would read after a complex tone of unit power went through an unbalanced quadrature stage.
 *
 * @param wanted power at the tone's own frequency, relative to the tone sent
 * @param image power at its mirror image about the carrier, in the same unit
 * @param floor largest power in any bin that should be empty, in the same unit: rounding only
 * @param samples in the record from which the spectrum was taken
 */
public record ToneSpectrum(double wanted, double image, double floor, int samples) {

    /**
     * Checks the powers.
     *
     * @throws IllegalArgumentException if one is negative, infinite or NaN
     */
    public ToneSpectrum {
        if (!isPower(wanted) || !isPower(image) || !isPower(floor)) {
            throw new IllegalArgumentException("powers must be finite and not negative, but are wanted " + wanted
                    + ", image " + image + ", floor " + floor);
        }
    }

    private static boolean isPower(double value) {
        return value >= 0 && Double.isFinite(value);
    }

    /** Image power over wanted power: 0 for perfect balance (up to rounding), 1 for a phase error of 90°. */
    public double imageOverWanted() {
        return image / wanted;
    }

    /** Image power over wanted power in decibels: negative for good balance, and −∞ if the image is exactly zero. */
    public double imageOverWantedDecibels() {
        return 10 * Math.log10(imageOverWanted());
    }
}

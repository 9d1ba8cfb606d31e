package org.ansatz.quantity;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Units written out: {@code metres}, {@code kilohms}, {@code microfarad}. */
final class UnitWords {

    private static final String[] UNITS = {
        "metre", "m", "meter", "m", "second", "s", "sec", "s", "ampere", "A", "amp", "A", "kelvin", "K", "hertz", "Hz",
        "newton", "N", "pascal", "Pa", "joule", "J", "watt", "W", "coulomb", "C", "volt", "V", "siemens", "S", "farad",
        "F", "henry", "H", "henries", "H", "weber", "Wb", "tesla", "T", "gram", "g", "radian", "rad", "bits", "bit",
        "symbols", "symbol", "decibel", "dB", "neper", "Np", "minute", "min", "hour", "h", "ohms", "ohm"
    };
    private static final String[] PREFIXES = {
        "tera", "T", "giga", "G", "mega", "M", "kilo", "k", "centi", "c", "deci", "d", "milli", "m", "micro", "u",
        "nano", "n", "pico", "p", "femto", "f"
    };
    private static final Map<String, String> SYMBOLS = new LinkedHashMap<>();

    static {
        for (int i = 0; i < UNITS.length; i += 2) {
            SYMBOLS.put(UNITS[i], UNITS[i + 1]);
            SYMBOLS.put(UNITS[i] + "s", UNITS[i + 1]);
        }
        SYMBOLS.put("ohm", "ohm");
    }

    private UnitWords() {}

    /** The symbol that a word stands for, or null; {@code kilohm} drops the vowel, {@code megaohm} keeps it. */
    static @Nullable String symbol(String word) {
        String lower = word.toLowerCase(Locale.ROOT);
        String symbol = SYMBOLS.get(lower);
        if (symbol != null) {
            return symbol;
        }
        for (int i = 0; i < PREFIXES.length; i += 2) {
            String prefix = PREFIXES[i];
            String base = lower.startsWith(prefix) ? SYMBOLS.get(lower.substring(prefix.length())) : null;
            String elided = prefix.substring(0, prefix.length() - 1);
            if (base == null && lower.startsWith(elided + "ohm")) {
                base = SYMBOLS.get(lower.substring(elided.length()));
            }
            if (base != null) {
                return PREFIXES[i + 1] + base;
            }
        }
        return null;
    }
}

package org.ansatz.quantity;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The units that can be written: SI with its prefixes, the units of electrical engineering, angles, counts and levels.
 *
 * <p>Symbols follow the SI Brochure (9th edition, 2019); {@code ohm}, {@code u} and {@code deg} stand for Ω, µ and °,
 * and the two code points of Ω and of µ are one. A neper is 20/ln 10 dB of an amplitude ratio (IEC 60027-3).
 */
public final class Units {

    private static final Map<String, Unit> PLAIN = new LinkedHashMap<>();
    private static final Map<String, Unit> PREFIXED = new LinkedHashMap<>();
    private static final Map<String, Rational> PREFIXES = new LinkedHashMap<>();
    private static final Map<Dimension, String> COHERENT = new HashMap<>();
    private static final Map<Dimension, String> KINDS = new HashMap<>();

    /** Short symbols of units outside the SI, which are common names of quantities as well. */
    private static final Set<String> OUTSIDE = Set.of(
            "L", "l", "t", "d", "B", "ft", "mi", "mil", "au", "hp", "ha", "cal", "bar", "var", "rev", "turn", "atm",
            "Da", "hr", "day", "yr", "psi", "lb", "lbf", "oz", "yd", "mph", "kn", "nmi", "erg", "dyn", "sample", "Sps");

    static {
        prefixes("QRYZEPTGMk", 30);
        prefixes("munpfazyrq", -3);
        PREFIXES.put("h", Rational.of(100));
        PREFIXES.put("da", Rational.of(10));
        PREFIXES.put("d", Rational.of(1, 10));
        PREFIXES.put("c", Rational.of(1, 100));

        Dimension charge = Dimension.CURRENT.times(Dimension.TIME);
        Dimension conductance = Dimension.NONE.over(Dimension.IMPEDANCE);
        Dimension force = Dimension.MASS.times(Dimension.LENGTH).over(Dimension.TIME.power(2, 1));
        Dimension flux = Dimension.VOLTAGE.times(Dimension.TIME);
        coherent("m", "a length", Dimension.LENGTH);
        coherent("s", "a time", Dimension.TIME);
        coherent("A", "a current", Dimension.CURRENT);
        coherent("K", "a temperature", Dimension.TEMPERATURE);
        coherent("mol", "an amount of substance", Dimension.AMOUNT);
        coherent("cd", "a luminous intensity", Dimension.LUMINOUS_INTENSITY);
        coherent("Hz", "a frequency", Dimension.FREQUENCY);
        coherent("N", "a force", force);
        coherent("Pa", "a pressure", force.over(Dimension.LENGTH.power(2, 1)));
        coherent("J", "an energy", force.times(Dimension.LENGTH));
        coherent("W", "a power", Dimension.POWER);
        coherent("C", "a charge", charge);
        coherent("V", "a voltage", Dimension.VOLTAGE);
        coherent("ohm", "an impedance", Dimension.IMPEDANCE);
        coherent("S", "a conductance", conductance);
        coherent("F", "a capacitance", charge.over(Dimension.VOLTAGE));
        coherent("H", "an inductance", flux.over(Dimension.CURRENT));
        coherent("Wb", "a magnetic flux", flux);
        coherent("T", "a flux density", flux.over(Dimension.LENGTH.power(2, 1)));
        Dimension dose = force.times(Dimension.LENGTH).over(Dimension.MASS);
        Dimension volume = Dimension.LENGTH.power(3, 1);
        KINDS.put(Dimension.MASS, "a mass");
        COHERENT.put(Dimension.MASS, "kg");
        KINDS.put(Dimension.LEVEL, "a level");
        COHERENT.put(Dimension.LEVEL, "dB");
        PREFIXED.put("g", Unit.exact("g", Dimension.MASS, Rational.of(1, 1000)));
        PREFIXED.put("rad", Unit.exact("rad", Dimension.NONE, Rational.ONE));
        PREFIXED.put("bit", Unit.exact("bit", Dimension.NONE, Rational.ONE));
        PREFIXED.put("symbol", Unit.exact("symbol", Dimension.NONE, Rational.ONE));
        prefixed("eV", force.times(Dimension.LENGTH), Rational.parse("1.602176634e-19"));
        prefixed("sr", Dimension.NONE, Rational.ONE);
        prefixed("lm", Dimension.LUMINOUS_INTENSITY, Rational.ONE);
        prefixed("lx", Dimension.LUMINOUS_INTENSITY.over(Dimension.LENGTH.power(2, 1)), Rational.ONE);
        prefixed("Bq", Dimension.FREQUENCY, Rational.ONE);
        prefixed("Gy", dose, Rational.ONE);
        prefixed("Sv", dose, Rational.ONE);
        prefixed("kat", Dimension.AMOUNT.over(Dimension.TIME), Rational.ONE);
        prefixed("L", volume, Rational.of(1, 1000));
        prefixed("l", volume, Rational.of(1, 1000));
        prefixed("t", Dimension.MASS, Rational.of(1000));
        prefixed("bar", force.over(Dimension.LENGTH.power(2, 1)), Rational.of(100_000));
        prefixed("VA", Dimension.POWER, Rational.ONE);
        prefixed("var", Dimension.POWER, Rational.ONE);
        prefixed("Bd", Dimension.FREQUENCY, Rational.ONE);
        prefixed("bps", Dimension.FREQUENCY, Rational.ONE);
        prefixed("Sps", Dimension.FREQUENCY, Rational.ONE);
        prefixed("sample", Dimension.NONE, Rational.ONE);
        PLAIN.put("samples", Unit.exact("sample", Dimension.NONE, Rational.ONE));
        binary("iB", 8);
        binary("ibit", 1);
        prefixed("B", Dimension.NONE, Rational.of(8));
        prefixed("byte", Dimension.NONE, Rational.of(8));
        prefixed("Ah", charge, Rational.of(3600));
        prefixed("Wh", force.times(Dimension.LENGTH), Rational.of(3600));

        plain(Unit.rounded("deg", Dimension.NONE, Math.PI / 180), "°", "degree", "degrees");
        plain(Unit.exact("%", Dimension.NONE, Rational.of(1, 100)), "percent");
        plain(Unit.exact("ppm", Dimension.NONE, Rational.powerOfTen(-6)));
        plain(Unit.exact("ppb", Dimension.NONE, Rational.powerOfTen(-9)));
        plain(Unit.exact("min", Dimension.TIME, Rational.of(60)));
        plain(Unit.exact("h", Dimension.TIME, Rational.of(3600)), "hr");
        plain(Unit.exact("d", Dimension.TIME, Rational.of(86_400)), "day", "days");
        plain(Unit.exact("yr", Dimension.TIME, Rational.of(31_557_600)));
        plain(Unit.exact("ha", Dimension.LENGTH.power(2, 1), Rational.of(10_000)));
        plain(Unit.exact("rpm", Dimension.FREQUENCY, Rational.of(1, 60)));
        plain(Unit.exact("rps", Dimension.FREQUENCY, Rational.ONE));
        plain(Unit.exact("atm", force.over(Dimension.LENGTH.power(2, 1)), Rational.of(101_325)));
        plain(Unit.exact("Torr", force.over(Dimension.LENGTH.power(2, 1)), Rational.of(101_325, 760)), "torr", "mmHg");
        plain(Unit.exact("cal", force.times(Dimension.LENGTH), Rational.of(4184, 1000)));
        plain(Unit.exact("kcal", force.times(Dimension.LENGTH), Rational.of(4184)));
        plain(Unit.exact("hp", Dimension.POWER, Rational.parse("745.69987158227022")));
        plain(Unit.exact("inch", Dimension.LENGTH, Rational.of(254, 10_000)), "inches");
        plain(Unit.exact("ft", Dimension.LENGTH, Rational.of(3048, 10_000)), "foot", "feet");
        plain(Unit.exact("mil", Dimension.LENGTH, Rational.of(254, 10_000_000)), "mils");
        plain(Unit.exact("mile", Dimension.LENGTH, Rational.parse("1609.344")), "miles", "mi");
        plain(Unit.exact("yd", Dimension.LENGTH, Rational.of(9144, 10_000)));
        plain(Unit.exact("nmi", Dimension.LENGTH, Rational.of(1852)));
        plain(Unit.exact("ly", Dimension.LENGTH, Rational.parse("9460730472580800")));
        Dimension speed = Dimension.LENGTH.over(Dimension.TIME);
        plain(Unit.exact("mph", speed, Rational.parse("0.44704")));
        plain(Unit.exact("knot", speed, Rational.of(1852, 3600)), "knots", "kn");
        plain(Unit.exact("lb", Dimension.MASS, Rational.parse("0.45359237")), "lbs");
        plain(Unit.exact("oz", Dimension.MASS, Rational.parse("0.028349523125")));
        plain(Unit.exact("lbf", force, Rational.parse("4.4482216152605")));
        plain(Unit.exact("kgf", force, Rational.parse("9.80665")));
        plain(Unit.exact("dyn", force, Rational.powerOfTen(-5)));
        plain(Unit.exact(
                "psi",
                force.over(Dimension.LENGTH.power(2, 1)),
                Rational.parse("4.4482216152605").over(Rational.parse("0.00064516"))));
        plain(Unit.exact("erg", force.times(Dimension.LENGTH), Rational.powerOfTen(-7)));
        plain(Unit.exact("BTU", force.times(Dimension.LENGTH), Rational.parse("1055.05585262")));
        plain(Unit.rounded("Oe", Dimension.CURRENT.over(Dimension.LENGTH), 1000 / (4 * Math.PI)), "oersted");
        plain(Unit.exact("Ci", Dimension.FREQUENCY, Rational.parse("3.7e10")));
        plain(Unit.exact("angstrom", Dimension.LENGTH, Rational.powerOfTen(-10)), "\u00C5", "\u212B");
        plain(Unit.exact("Da", Dimension.MASS, Rational.parse("1.66053906892e-27")));
        plain(Unit.exact("au", Dimension.LENGTH, Rational.parse("149597870700")));
        plain(Unit.exact("gauss", flux.over(Dimension.LENGTH.power(2, 1)), Rational.powerOfTen(-4)));
        plain(Unit.rounded("arcmin", Dimension.NONE, Math.PI / 10_800));
        plain(Unit.rounded("arcsec", Dimension.NONE, Math.PI / 648_000));
        plain(Unit.rounded("rev", Dimension.NONE, 2 * Math.PI), "turn", "turns");
        plain(Unit.exact("mho", conductance, Rational.ONE), "\u2127");
        plain(Unit.shifted("degC", Dimension.TEMPERATURE, Rational.of(27315, 100)), "°C", "\u2103");
        plain(Unit.exact("dB", Dimension.LEVEL, Rational.ONE), "db", "DB", "dBi", "dBc");
        plain(Unit.rounded("Np", Dimension.LEVEL, 8.68588963806503655302));
        level("dBW", Dimension.POWER, 0);
        level("dBm", Dimension.POWER, -30);
        PLAIN.put("dbm", Unit.shifted("dBm", Dimension.levelOf(Dimension.POWER), Rational.of(-30)));
        plain(Unit.exact("Hz", Dimension.FREQUENCY, Rational.ONE), "hz");
        plain(Unit.exact("kHz", Dimension.FREQUENCY, Rational.of(1000)), "khz");
        plain(Unit.exact("GHz", Dimension.FREQUENCY, Rational.powerOfTen(9)), "ghz");
        level("dBV", Dimension.VOLTAGE, 0);
        level("dBmV", Dimension.VOLTAGE, -60);
        level("dBuV", Dimension.VOLTAGE, -120);
    }

    private Units() {}

    private static void coherent(String symbol, String kind, Dimension dimension) {
        PREFIXED.put(symbol, Unit.exact(symbol, dimension, Rational.ONE));
        COHERENT.put(dimension, symbol);
        KINDS.put(dimension, kind);
    }

    private static void prefixed(String symbol, Dimension dimension, Rational factor) {
        PREFIXED.put(symbol, Unit.exact(symbol, dimension, factor));
    }

    /** Multiples by powers of 1024 (IEC 80000-13): {@code KiB}, {@code MiB}. */
    private static void binary(String behind, int bits) {
        Rational factor = Rational.of(bits);
        for (String prefix : new String[] {"K", "M", "G", "T"}) {
            factor = factor.times(Rational.of(1024));
            plain(Unit.exact(prefix + behind, Dimension.NONE, factor));
        }
    }

    /** Prefixes a thousand times smaller from one letter to the next. */
    private static void prefixes(String symbols, int exponent) {
        for (int i = 0; i < symbols.length(); i++) {
            PREFIXES.put(symbols.substring(i, i + 1), Rational.powerOfTen(exponent - 3 * i));
        }
    }

    private static void plain(Unit unit, String... synonyms) {
        PLAIN.put(unit.symbol(), unit);
        for (String synonym : synonyms) {
            PLAIN.put(synonym, unit);
        }
    }

    private static void level(String symbol, Dimension of, int offsetInDecibels) {
        Dimension dimension = Dimension.levelOf(of);
        plain(Unit.shifted(symbol, dimension, Rational.of(offsetInDecibels)));
        KINDS.put(dimension, of.equals(Dimension.POWER) ? "a power level" : "a voltage level");
        COHERENT.putIfAbsent(dimension, symbol);
    }

    /** The unit written with this one symbol ({@code kohm}, {@code MHz}, {@code µF}) or word ({@code metres}), or null. */
    public static @Nullable Unit find(String written) {
        String symbol = fold(written);
        Unit unit = PLAIN.get(symbol);
        if (unit == null) {
            unit = PREFIXED.get(symbol);
        }
        if (unit != null || symbol.length() < 2) {
            return unit;
        }
        for (int length = 1; length <= 2 && length < symbol.length(); length++) {
            String before = symbol.substring(0, length);
            Rational prefix = PREFIXES.get(before.equals("K") ? "k" : before);
            Unit base = PREFIXED.get(symbol.substring(length));
            if (prefix != null && base != null) {
                return base.scaled(symbol, prefix);
            }
        }
        String word = symbol.length() < 3 ? null : UnitWords.symbol(symbol);
        return word == null ? null : find(word);
    }

    /**
     * Reads a unit with products, quotients and powers: {@code mA/V}, {@code kg*m/s^2}, {@code m s^-1}, {@code W/(m K)},
     * {@code 1/s}.
     *
     * <p>A solidus divides by the one factor after it, as it does in arithmetic.
     *
     * @return the unit, or null if any factor is unknown
     */
    public static @Nullable Unit parse(String written) {
        String text = written.trim();
        Unit single = find(text);
        if (text.endsWith("deg C")) {
            return null; // degC is meant, or nobody knows what
        }
        return single != null ? single : new UnitReader(text).read();
    }

    /** Whether a declared name of this spelling is rather meant than the unit, also in literals: units outside the SI are. */
    public static boolean yieldsToNames(String symbol) {
        return OUTSIDE.contains(symbol);
    }

    /** The factor of an SI prefix standing alone ({@code k} in {@code 47k}), or null. */
    public static @Nullable Rational prefix(String written) {
        return PREFIXES.get(fold(written));
    }

    /** One spelling for the two code points of ohm and of micro. */
    private static String fold(String written) {
        String folded = written;
        for (String ohm : new String[] {"\u03A9", "\u2126", "Ohm", "OHM"}) {
            if (folded.endsWith(ohm)) {
                folded = folded.substring(0, folded.length() - ohm.length()) + "ohm";
            }
        }
        if (folded.startsWith("\u00B5") || folded.startsWith("\u03BC")) {
            folded = "u" + folded.substring(1);
        }
        return folded;
    }

    /** What a value of this dimension is called ({@code a length (m)}), for messages. */
    public static String describe(Dimension dimension) {
        if (dimension.isNone()) {
            return "a pure number";
        }
        String kind = KINDS.get(dimension);
        return kind == null ? "a quantity in " + dimension : kind + " (" + symbol(dimension) + ")";
    }

    /** What several values of this dimension are called ({@code lengths (m)}), for messages. */
    public static String describeSeveral(Dimension dimension) {
        if (dimension.isNone()) {
            return "pure numbers";
        }
        String kind = kind(dimension);
        if (kind.isEmpty()) {
            return "quantities in " + dimension;
        }
        int noun = kind.contains(" of ") ? kind.indexOf(" of ") : kind.length();
        String one = kind.substring(0, noun);
        String several =
                one.endsWith("y") ? one.substring(0, noun - 1) + "ies" : one + (one.endsWith("x") ? "es" : "s");
        return several + kind.substring(noun) + " (" + symbol(dimension) + ")";
    }

    /** The same without its article and unit, {@code length}; empty where it has no name. */
    public static String kind(Dimension dimension) {
        String kind = KINDS.getOrDefault(dimension, "");
        return kind.substring(kind.indexOf(' ') + 1);
    }

    /** Whether the coherent SI unit of a dimension has a name of its own, as ohm has. */
    public static boolean isNamed(Dimension dimension) {
        return COHERENT.containsKey(dimension);
    }

    /** The symbol of the coherent SI unit of a dimension. */
    public static String symbol(Dimension dimension) {
        String symbol = COHERENT.get(dimension);
        if (symbol != null || dimension.isNone()) {
            return symbol == null ? "" : symbol;
        }
        String power = Powers.SYMBOLS.get(dimension);
        return power != null ? power : dimension.toString();
    }

    /** Powers of units whose dimension is written with several others; made when the first is asked for. */
    private static final class Powers {
        private static final Map<Dimension, String> SYMBOLS = powers();
    }

    /** {@code V^2}, {@code 1/V}, {@code V/s} and the like. */
    private static Map<Dimension, String> powers() {
        Map<Dimension, String> powers = new HashMap<>();
        for (String symbol : List.of("V", "ohm", "W", "J", "N", "Pa", "C", "S", "F", "H", "Wb", "T")) {
            Dimension dimension = Objects.requireNonNull(PREFIXED.get(symbol)).dimension();
            for (int power : new int[] {2, 3, 4}) {
                powers.putIfAbsent(dimension.power(power, 1), symbol + "^" + power);
                powers.putIfAbsent(dimension.power(-power, 1), "1/" + symbol + "^" + power);
            }
            powers.putIfAbsent(dimension.power(-1, 1), "1/" + symbol);
        }
        for (String rate :
                List.of("V/s", "C/m", "C/m^2", "C/m^3", "W/m^2", "W/m^3", "N/m", "S/m", "F/m", "H/m", "ohm m")) {
            powers.putIfAbsent(Objects.requireNonNull(parse(rate)).dimension(), rate);
        }
        return powers;
    }

    /** Every symbol, and with the prefixes that are used most, for suggestions. */
    public static Collection<String> likely() {
        List<String> likely = new ArrayList<>(symbols());
        for (String prefix : List.of("c", "m", "k", "M", "G", "u", "n", "p")) {
            PREFIXED.keySet().forEach(symbol -> likely.add(prefix + symbol));
        }
        return likely;
    }

    /** Every symbol that stands without a prefix, for completion. */
    public static Collection<String> symbols() {
        LinkedHashMap<String, Unit> all = new LinkedHashMap<>(PREFIXED);
        all.putAll(PLAIN);
        return Collections.unmodifiableCollection(all.keySet());
    }
}

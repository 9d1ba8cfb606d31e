package org.ansatz.field.circuit.netlist;

import static java.lang.Double.POSITIVE_INFINITY;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A kind of {@code .model}, with the parameters that are modelled, what they measure, and SPICE's values where none is written
 * (ngspice manual, chapters 7 to 11). Those that SPICE has besides are known by name, so that what is left out can be said.
 */
@SuppressWarnings("ImmutableEnumChecker") // its lists are never changed
public enum ModelKind {
    /** A junction diode. */
    DIODE(
            "D",
            List.of(
                    one("IS", Measure.CURRENT, 1e-14),
                    one("N", Measure.RATIO, 1),
                    one("RS", Measure.RESISTANCE, 0),
                    one("BV", Measure.VOLTAGE, POSITIVE_INFINITY),
                    one("IBV", Measure.CURRENT, 1e-3),
                    one("CJO", Measure.CAPACITANCE, 0, "CJ0", "CJ"),
                    one("VJ", Measure.VOLTAGE, 1, "PB"),
                    one("M", Measure.RATIO, 0.5, "MJ"),
                    one("TT", Measure.TIME, 0),
                    one("FC", Measure.RATIO, 0.5)),
            "EG XTI TNOM KF AF IKF IKR NBV NZ ISR NR TRS TCV CJP JSW LEVEL"),
    /** A bipolar transistor after Gummel and Poon. */
    NPN("NPN", bipolar(), bipolarBesides()),
    /** The same with voltages and currents the other way round. */
    PNP("PNP", bipolar(), bipolarBesides()),
    /** A field-effect transistor after Shichman and Hodges, level 1. */
    NMOS("NMOS", insulated(), insulatedBesides()),
    /** The same with voltages and currents the other way round. */
    PMOS("PMOS", insulated(), insulatedBesides()),
    /** A junction field-effect transistor. */
    NJF("NJF", junction(), "B KF AF TNOM EG N XTI"),
    /** The same with voltages and currents the other way round. */
    PJF("PJF", junction(), "B KF AF TNOM EG N XTI"),
    /** A switch that a voltage controls. */
    SWITCH(
            "SW",
            List.of(
                    one("VT", Measure.VOLTAGE, 0, "VTHRESH"),
                    one("VH", Measure.VOLTAGE, 0, "VHYST"),
                    one("RON", Measure.RESISTANCE, 1),
                    one("ROFF", Measure.RESISTANCE, 1e12)),
            ""),
    /** A switch that a current controls. */
    CURRENT_SWITCH(
            "CSW",
            List.of(
                    one("IT", Measure.CURRENT, 0, "ITHRESH"),
                    one("IH", Measure.CURRENT, 0, "IHYST"),
                    one("RON", Measure.RESISTANCE, 1),
                    one("ROFF", Measure.RESISTANCE, 1e12)),
            "");

    private final String spice;
    private final List<Parameter> parameters;
    private final List<String> besides;

    ModelKind(String spice, List<Parameter> parameters, String besides) {
        this.spice = spice;
        this.parameters = parameters;
        this.besides = List.of(besides.split(" "));
    }

    /**
     * A parameter.
     *
     * @param usual its value where none is written, in SI
     * @param aliases other names of it
     */
    public record Parameter(String name, Measure measure, double usual, List<String> aliases) {
        boolean isCalled(String word) {
            return name.equalsIgnoreCase(word) || aliases.stream().anyMatch(word::equalsIgnoreCase);
        }
    }

    private static Parameter one(String name, Measure measure, double usual, String... aliases) {
        return new Parameter(name, measure, usual, List.of(aliases));
    }

    private static List<Parameter> bipolar() {
        return List.of(
                one("IS", Measure.CURRENT, 1e-16),
                one("BF", Measure.RATIO, 100),
                one("NF", Measure.RATIO, 1),
                one("VAF", Measure.VOLTAGE, POSITIVE_INFINITY, "VA"),
                one("IKF", Measure.CURRENT, POSITIVE_INFINITY, "IK"),
                one("ISE", Measure.CURRENT, 0),
                one("NE", Measure.RATIO, 1.5),
                one("BR", Measure.RATIO, 1),
                one("NR", Measure.RATIO, 1),
                one("VAR", Measure.VOLTAGE, POSITIVE_INFINITY, "VB"),
                one("IKR", Measure.CURRENT, POSITIVE_INFINITY),
                one("ISC", Measure.CURRENT, 0),
                one("NC", Measure.RATIO, 2),
                one("RB", Measure.RESISTANCE, 0),
                one("RE", Measure.RESISTANCE, 0),
                one("RC", Measure.RESISTANCE, 0),
                one("CJE", Measure.CAPACITANCE, 0),
                one("VJE", Measure.VOLTAGE, 0.75, "PE"),
                one("MJE", Measure.RATIO, 0.33, "ME"),
                one("TF", Measure.TIME, 0),
                one("CJC", Measure.CAPACITANCE, 0),
                one("VJC", Measure.VOLTAGE, 0.75, "PC"),
                one("MJC", Measure.RATIO, 0.33, "MC"),
                one("TR", Measure.TIME, 0),
                one("FC", Measure.RATIO, 0.5));
    }

    private static String bipolarBesides() {
        return "IRB RBM XTF VTF ITF PTF XCJC CJS CCS VJS PS MJS MS XTB EG XTI PT KF AF TNOM VCEO ICRATING MFG";
    }

    private static List<Parameter> insulated() {
        return List.of(
                one("VTO", Measure.VOLTAGE, 0, "VT0"),
                one("KP", Measure.TRANSCONDUCTANCE, 2e-5),
                one("GAMMA", Measure.RATIO, 0),
                one("PHI", Measure.VOLTAGE, 0.6),
                one("LAMBDA", Measure.PER_VOLT, 0),
                one("RD", Measure.RESISTANCE, 0),
                one("RS", Measure.RESISTANCE, 0),
                one("IS", Measure.CURRENT, 1e-14),
                one("CBD", Measure.CAPACITANCE, 0),
                one("CBS", Measure.CAPACITANCE, 0),
                one("PB", Measure.VOLTAGE, 0.8),
                one("MJ", Measure.RATIO, 0.5),
                one("FC", Measure.RATIO, 0.5),
                one("CGSO", Measure.RATIO, 0),
                one("CGDO", Measure.RATIO, 0),
                one("CGBO", Measure.RATIO, 0),
                one("LD", Measure.RATIO, 0));
    }

    private static String insulatedBesides() {
        return "TOX UO NSUB RSH CJ CJSW MJSW JS XJ TPG NSS NFS VMAX KF AF TNOM LEVEL";
    }

    private static List<Parameter> junction() {
        return List.of(
                one("VTO", Measure.VOLTAGE, -2, "VT0"),
                one("BETA", Measure.TRANSCONDUCTANCE, 1e-4),
                one("LAMBDA", Measure.PER_VOLT, 0),
                one("IS", Measure.CURRENT, 1e-14),
                one("RD", Measure.RESISTANCE, 0),
                one("RS", Measure.RESISTANCE, 0),
                one("CGS", Measure.CAPACITANCE, 0),
                one("CGD", Measure.CAPACITANCE, 0),
                one("PB", Measure.VOLTAGE, 1),
                one("FC", Measure.RATIO, 0.5));
    }

    /** The kind that SPICE calls so; null for none. */
    public static @Nullable ModelKind of(String word) {
        for (ModelKind kind : values()) {
            if (kind.spice.equalsIgnoreCase(word)) {
                return kind;
            }
        }
        return null;
    }

    /** What SPICE calls it. */
    public String spice() {
        return spice;
    }

    /** All that SPICE's names of kinds that are known. */
    static String all() {
        List<String> names = new ArrayList<>();
        for (ModelKind kind : values()) {
            names.add(kind.spice);
        }
        return String.join(", ", names);
    }

    /** What is modelled. */
    public List<Parameter> parameters() {
        return parameters;
    }

    /** Where a parameter stands among those that are modelled; −1 for none of this name. */
    int indexOf(String word) {
        for (int i = 0; i < parameters.size(); i++) {
            if (parameters.get(i).isCalled(word)) {
                return i;
            }
        }
        return -1;
    }

    /** Whether SPICE has such a parameter, which is not modelled here. */
    boolean isBesides(String word) {
        return besides.contains(word.toUpperCase(Locale.ROOT));
    }

    /** Whether its voltages and currents are those of the n-type, the other way round. */
    public boolean isReversed() {
        return this == PNP || this == PMOS || this == PJF;
    }
}

package org.ansatz.field.circuit.netlist;

import java.util.Arrays;
import org.ansatz.quantity.Notation;

/** The numbers of a {@code .model}. */
public final class Model {

    private final String name;
    private final ModelKind kind;
    private final double[] values;

    /**
     * A model.
     *
     * @param values of the parameters of its kind, in their order, in SI
     * @throws IllegalArgumentException if one is out of range
     */
    public Model(String name, ModelKind kind, double[] values) {
        this.name = name;
        this.kind = kind;
        this.values = values.clone();
        for (int i = 0; i < values.length; i++) {
            check(kind.parameters().get(i), values[i]);
        }
    }

    private void check(ModelKind.Parameter parameter, double value) {
        String trouble = trouble(parameter.name(), value);
        if (!trouble.isEmpty()) {
            throw new IllegalArgumentException(parameter.name() + " of the model " + name + " " + trouble + "; it is "
                    + Notation.number(value, 6));
        }
    }

    private static String trouble(String parameter, double value) {
        if (Double.isNaN(value)) {
            return "is a number";
        }
        switch (parameter) {
            case "VTO":
                return Double.isInfinite(value) ? "is finite" : "";
            case "M":
            case "MJ":
            case "MJE":
            case "MJC":
            case "FC":
                return value >= 0 && value < 0.95 ? "" : "lies from 0 to 0.95";
            case "IS":
            case "N":
            case "NF":
            case "NE":
            case "NR":
            case "NC":
            case "BF":
            case "BR":
            case "BETA":
            case "KP":
            case "PHI":
            case "PB":
            case "VJ":
            case "VJE":
            case "VJC":
            case "IBV":
                return value > 0 && value < Double.POSITIVE_INFINITY ? "" : "must be positive and finite";
            case "BV":
            case "VAF":
            case "VAR":
            case "IKF":
            case "IKR":
                return value > 0 ? "" : "must be positive";
            default:
                return value >= 0 && value < Double.POSITIVE_INFINITY ? "" : "must be finite and not negative";
        }
    }

    /** Its name. */
    public String name() {
        return name;
    }

    /** Its kind. */
    public ModelKind kind() {
        return kind;
    }

    /** The value of a parameter, in SI. */
    public double value(String parameter) {
        int index = kind.indexOf(parameter);
        if (index < 0) {
            throw new IllegalStateException(parameter);
        }
        return values[index];
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Model model
                && name.equals(model.name)
                && kind == model.kind
                && Arrays.equals(values, model.values);
    }

    @Override
    public int hashCode() {
        return 31 * name.hashCode() + Arrays.hashCode(values);
    }

    @Override
    public String toString() {
        return ".model " + name + " " + kind.spice();
    }
}

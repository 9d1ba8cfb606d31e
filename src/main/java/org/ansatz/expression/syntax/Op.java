package org.ansatz.expression.syntax;

/** The operators, each with its spelling. */
public enum Op {
    /** Sum. */
    ADD("+"),
    /** Difference. */
    SUBTRACT("-"),
    /** Product; the matrix product for matrices. */
    MULTIPLY("*"),
    /** Quotient. */
    DIVIDE("/"),
    /** Power. */
    POWER("^"),
    /** Elementwise sum, repeating a row or column where needed. */
    DOT_ADD(".+"),
    /** Elementwise difference. */
    DOT_SUBTRACT(".-"),
    /** Elementwise product. */
    DOT_MULTIPLY(".*"),
    /** Elementwise quotient. */
    DOT_DIVIDE("./"),
    /** Elementwise power. */
    DOT_POWER(".^"),
    /** Magnitude and angle of a complex number. */
    POLAR("∠"),
    /** Equal. */
    EQUAL("=="),
    /** Not equal. */
    UNEQUAL("!="),
    /** Less. */
    LESS("<"),
    /** Less or equal. */
    LESS_OR_EQUAL("<="),
    /** Greater. */
    GREATER(">"),
    /** Greater or equal. */
    GREATER_OR_EQUAL(">="),
    /** Logical product. */
    AND("and"),
    /** Logical sum. */
    OR("or"),
    /** Exclusive or. */
    XOR("xor"),
    /** Equivalence. */
    XNOR("xnor"),
    /** Complemented product. */
    NAND("nand"),
    /** Complemented sum. */
    NOR("nor"),
    /** Complement. */
    NOT("not"),
    /** Opposite sign. */
    NEGATE("-");

    private final String symbol;

    Op(String symbol) {
        this.symbol = symbol;
    }

    /** The operator as it is written. */
    public String symbol() {
        return symbol;
    }

    /**
     * Whether an order comparison holds between two operands.
     *
     * @param order negative, zero or positive as the first is below, equal to or above the second
     */
    public boolean holds(int order) {
        switch (this) {
            case LESS:
                return order < 0;
            case LESS_OR_EQUAL:
                return order <= 0;
            case GREATER:
                return order > 0;
            case GREATER_OR_EQUAL:
                return order >= 0;
            default:
                throw new IllegalStateException(symbol + " compares no order");
        }
    }

    /** The operator that an elementwise one applies to each entry; any other operator itself. */
    public Op onEntries() {
        switch (this) {
            case DOT_ADD:
                return ADD;
            case DOT_SUBTRACT:
                return SUBTRACT;
            case DOT_MULTIPLY:
                return MULTIPLY;
            case DOT_DIVIDE:
                return DIVIDE;
            case DOT_POWER:
                return POWER;
            default:
                return this;
        }
    }
}

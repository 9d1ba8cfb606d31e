package org.ansatz.expression.term;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.ansatz.expression.term.Binding.Role;
import org.ansatz.expression.term.Binding.Variable;
import org.ansatz.expression.type.Type;
import org.ansatz.expression.value.Value;
import org.ansatz.quantity.Unit;
import org.jspecify.annotations.Nullable;

/** The names that can be used at some place: those declared there, and those of the scopes around it. */
public final class Scope {

    private static final Set<String> RESERVED =
            Set.of("in", "for", "if", "at", "by", "and", "or", "xor", "xnor", "nand", "nor", "not", "true", "false");

    private final Registry registry;
    private final Layout layout;
    private final @Nullable Scope around;
    private final Map<String, Binding> names = new LinkedHashMap<>();

    /** The random variables among them: every expression asks for those that it rests on, and names may be many. */
    private final Map<String, Binding.Random> sources = new LinkedHashMap<>();

    /** Those whose value was written on a scale whose zero is not zero, as 27 degC. */
    private final Map<String, Unit> units = new HashMap<>();

    private Scope(Registry registry, Layout layout, @Nullable Scope around) {
        this.registry = registry;
        this.layout = layout;
        this.around = around;
    }

    /** A scope that knows only the functions and constants of {@code registry}. */
    public static Scope outermost(Registry registry) {
        return new Scope(registry, new Layout(), null);
    }

    /** A scope inside this one. */
    public Scope inner() {
        return new Scope(registry, layout, this);
    }

    /** The functions that can be called. */
    public Registry registry() {
        return registry;
    }

    /** The places that values take. */
    public Layout layout() {
        return layout;
    }

    /** Declares a name with a value. */
    public Variable declare(Role role, String name, Type type) {
        Variable variable = new Variable(role, name, type, layout.next());
        put(name, variable);
        return variable;
    }

    /**
     * Declares a variable that is bound here. Over a declared variable of its kind it takes that one's place, so that steps
     * and field blocks that read the name see its values.
     */
    public Variable bind(String name, Type type) {
        Binding around = find(name);
        int slot = around instanceof Variable && ((Variable) around).holds(type)
                ? ((Variable) around).slot()
                : layout.next();
        Variable variable = new Variable(Role.BOUND, name, type, slot);
        put(name, variable);
        return variable;
    }

    private void put(String name, Binding binding) {
        names.put(name, binding);
        sources.remove(name);
        units.remove(name);
        if (binding instanceof Binding.Random source) {
            sources.put(name, source);
        }
    }

    /** Says why a name cannot be used here yet, until it is declared. */
    public void postpone(String name, String why) {
        put(name, new Binding.Later(name, why));
    }

    /** Declares a function under test. */
    public Binding.AskedFunction declareFunction(String name, Type type, Variable argument) {
        Binding.AskedFunction function = new Binding.AskedFunction(name, type, layout.next(), argument);
        put(name, function);
        return function;
    }

    /** Declares a constant. */
    public void declare(String name, Value value, Type type) {
        put(name, new Binding.Constant(name, value, type));
    }

    /** Declares what is built elsewhere. */
    public void declare(Binding binding) {
        put(binding.name(), binding);
    }

    /** Says in which unit the value of a name declared here was written. */
    public void noteUnit(String name, Unit unit) {
        units.put(name, unit);
    }

    /** The unit in which the value of a name was written; null if that was not noted. */
    public @Nullable Unit unitOf(String name) {
        Scope scope = this;
        while (scope != null && !scope.names.containsKey(name)) {
            scope = scope.around;
        }
        return scope == null ? null : scope.units.get(name);
    }

    /** What is declared under this name, here or further out, or null. */
    public @Nullable Binding find(String name) {
        for (Scope scope = this; scope != null; scope = scope.around) {
            Binding binding = scope.names.get(name);
            if (binding != null) {
                return binding;
            }
        }
        return null;
    }

    /** The random variables that something rests on, in the order in which they were declared. */
    public List<Binding.Random> randomIn(Uses uses) {
        List<Binding.Random> random = new ArrayList<>();
        for (Scope scope = this; scope != null; scope = scope.around) {
            for (Binding.Random source : scope.sources.values()) {
                if (uses.readsSlot(source.variable().slot())) {
                    random.add(source);
                }
            }
        }
        random.sort(Comparator.comparingInt(source -> source.variable().slot()));
        return random;
    }

    /** Whether a name is declared in this very scope. */
    public boolean declares(String name) {
        return names.containsKey(name) && !(names.get(name) instanceof Binding.Later);
    }

    /** Why {@code name} cannot be declared here, or null if it can. */
    public @Nullable String objectionTo(String name) {
        if (!isName(name)) {
            return "'" + name
                    + "' cannot be a name: names are letters, digits and _, begin with a letter, and are no word"
                    + " of the language";
        }
        Binding known = find(name);
        return known == null || known instanceof Binding.Later ? null : "'" + name + "' is declared already";
    }

    private static boolean isName(String name) {
        boolean word = !name.isEmpty() && Character.isLetter(name.charAt(0));
        for (int i = 0; i < name.length(); i++) {
            word &= Character.isLetterOrDigit(name.charAt(i)) || name.charAt(i) == '_';
        }
        return word && !isReserved(name);
    }

    /** Whether a word belongs to the language, so that it is no name. */
    public static boolean isReserved(String word) {
        return word.equals("j") || RESERVED.contains(word);
    }

    /** Every declared name, here and further out, sorted. */
    public Set<String> names() {
        TreeSet<String> all = new TreeSet<>();
        for (Scope scope = this; scope != null; scope = scope.around) {
            all.addAll(scope.names.keySet());
        }
        return all;
    }
}

package org.ansatz.expression.term;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The functions, binders and constants of the language: an immutable value that is handed in. */
public final class Registry {

    private final Map<String, Function> functions;
    private final Map<String, BinderRule> binders;
    private final Map<String, Binding.Constant> constants;
    private final Map<String, Family> families;

    /**
     * A registry.
     *
     * @throws IllegalArgumentException if a name is given twice
     */
    public Registry(
            List<Function> functions,
            List<BinderRule> binders,
            List<Binding.Constant> constants,
            List<Family> families) {
        this.functions = new LinkedHashMap<>();
        this.binders = new LinkedHashMap<>();
        this.constants = new LinkedHashMap<>();
        this.families = new LinkedHashMap<>();
        for (Family family : families) {
            once(this.families.put(family.key(), family), family.key());
        }
        for (Function function : functions) {
            once(this.functions.put(function.name(), function), function.name());
        }
        for (BinderRule binder : binders) {
            once(this.binders.put(binder.name(), binder), binder.name());
        }
        for (Binding.Constant constant : constants) {
            once(this.constants.put(constant.name(), constant), constant.name());
        }
    }

    /** This registry with further functions. */
    public Registry and(List<Function> further) {
        List<Function> all = new ArrayList<>(functions.values());
        all.addAll(further);
        return new Registry(
                all, List.copyOf(binders.values()), List.copyOf(constants.values()), List.copyOf(families.values()));
    }

    private static void once(@Nullable Object before, String name) {
        if (before != null) {
            throw new IllegalArgumentException("registered twice: " + name);
        }
    }

    /** The function of this name, or null. */
    public @Nullable Function function(String name) {
        return functions.get(name);
    }

    /** The binder of this name, or null. */
    public @Nullable BinderRule binder(String name) {
        return binders.get(name);
    }

    /** The family of distributions of this name, or null. */
    public @Nullable Family family(String name) {
        return families.get(name);
    }

    /** All families of distributions. */
    public Collection<Family> families() {
        return Collections.unmodifiableCollection(families.values());
    }

    /** The constant of this name, or null. */
    public Binding.@Nullable Constant constant(String name) {
        return constants.get(name);
    }

    /** All functions, in the order of the manual. */
    public Collection<Function> functions() {
        return Collections.unmodifiableCollection(functions.values());
    }

    /** All binders. */
    public Collection<BinderRule> binders() {
        return Collections.unmodifiableCollection(binders.values());
    }

    /** All constants. */
    public Collection<Binding.Constant> constants() {
        return Collections.unmodifiableCollection(constants.values());
    }
}

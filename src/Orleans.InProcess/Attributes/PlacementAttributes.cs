namespace Orleans.Placement;

/// <summary>Where activations of a grain class are placed. One process leaves no choice.</summary>
[AttributeUsage(AttributeTargets.Class)]
public abstract class PlacementAttribute : Attribute
{
    private protected PlacementAttribute()
    {
    }
}

/// <summary>Prefers the caller's silo. In one process every placement is local.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class PreferLocalPlacementAttribute : PlacementAttribute;

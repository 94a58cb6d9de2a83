namespace MonEspaceSante.Domain.Access;

/// <summary>The versions of the access matrix, each from its effective day on: what was decided yesterday was decided by yesterday's.</summary>
public sealed class AccessMatrices
{
    private readonly AccessMatrix[] _latestFirst;

    /// <summary>Orders <paramref name="versions"/> by their effective days.</summary>
    /// <exception cref="FormatException">There is none, or two begin the same day.</exception>
    public AccessMatrices(params IEnumerable<AccessMatrix> versions)
    {
        _latestFirst = [.. versions.OrderByDescending(matrix => matrix.Effective)];
        if (_latestFirst.Length == 0 || _latestFirst.DistinctBy(matrix => matrix.Effective).Count() < _latestFirst.Length)
        {
            throw new FormatException("The access matrix has no version, or two versions that begin the same day.");
        }
    }

    /// <summary>The version in force at <paramref name="at"/>; before the first begins, the first.</summary>
    public AccessMatrix At(DateTimeOffset at)
    {
        var day = DateOnly.FromDateTime(at.UtcDateTime);
        foreach (var matrix in _latestFirst)
        {
            if (matrix.Effective <= day)
            {
                return matrix;
            }
        }

        return _latestFirst[^1];
    }
}
